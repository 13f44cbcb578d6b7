"""Containers hold many documents: tables, archives, compressed files, mailboxes.

There is one module for each kind in this folder; a new one is found by the names in it, see `Container`.
"""
