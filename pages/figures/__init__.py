"""Frame in; figure, words or HTML out. No streamlit, no loading."""
