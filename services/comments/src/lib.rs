//! What readers say under a story or an article.
