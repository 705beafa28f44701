-- The words of the index, and how many datasets have each: what a misspelt word is compared with (Search/Spelling.cs).

create virtual table search_vocabulary using fts5vocab (search, row);
