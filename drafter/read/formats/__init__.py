"""The formats that can be read: one module or package of this folder each."""
