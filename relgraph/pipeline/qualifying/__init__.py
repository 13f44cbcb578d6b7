"""How something is said: polarity, modality, attribution, time and place."""
