-- Full text: what a search looks through, in the normal form of the French analysis (Search/FrenchText.cs). Rows are written in the
-- transaction of the dataset; `reindex` makes them anew.

create table search_row (
  id integer primary key,
  dataset_id text not null unique references dataset deferrable initially deferred
) strict;

create virtual table search using fts5 (title, keywords, subjects, description, tokenize = 'unicode61 remove_diacritics 0');

-- Terms that mean the same to a search, one group a row.
create table synonym (
  terms text primary key
) strict, without rowid;
