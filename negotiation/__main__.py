"""`python -m negotiation`: the same as the command."""

from negotiation.cli import main

if __name__ == "__main__":
    main()
