"""The optional browser for pages that scripts build: it meets the network only through what it is lent."""

from checker.render.ready import renderer_of

__all__ = ["renderer_of"]
