"""Domains: what is bargained over and what it is worth to whom, read from files and written to them."""

from negotiation.bargaining.domains.domain import Domain, DomainError, Issue, Profile
from negotiation.bargaining.domains.files import read_domain, write_domain

__all__ = ["Domain", "DomainError", "Issue", "Profile", "read_domain", "write_domain"]
