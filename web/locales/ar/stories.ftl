# Stories, comments, tags and boxes.
