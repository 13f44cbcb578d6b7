"""Pages of placed text, as PDF has them, put back into paragraphs: nothing here knows a file format but `glyphs`."""
