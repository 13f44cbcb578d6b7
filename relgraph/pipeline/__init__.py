"""Reading relations out of a parsed text: mentions, references, frames and context, as one spaCy component."""
