"""Running the model: loading and batching it, what it computes by itself, and its parse in plain Python."""
