"""Watches a mailbox for rejections and leaves a thank-you in Drafts. It never sends. Start reading at `cli`, then `visit`."""

from importlib.metadata import version

__version__ = version("rejection-watcher")
