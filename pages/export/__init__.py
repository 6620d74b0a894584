"""Figure or frame to bytes: what leaves the program, its caveats with it. Pure: no streamlit, no loading."""
