"""The words of the house. Each module is an entry of the glossary; its docstrings are the definitions."""
