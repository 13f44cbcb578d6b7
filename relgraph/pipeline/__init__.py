"""Reading relations out of a parsed text: mentions, references, frames and context, as one spaCy component.

`build` loads a model, `component` is its part in spaCy's pipeline, `reader` runs the stages over one text. The stages
are the packages beside them; ``tests/test_layers.py`` has their order, in which each needs only those before it.
"""
