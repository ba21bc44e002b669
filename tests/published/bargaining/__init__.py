"""Published results about bargaining, derived."""
