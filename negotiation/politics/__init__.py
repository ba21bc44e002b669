"""Who must agree: approval, audience costs, ratification, the coalition of allies."""
