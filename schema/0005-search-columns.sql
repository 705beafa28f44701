-- What the columns in memory are made of (Search/Columns): filters, counts and orders need these facts and no document. The number of a
-- dataset's row stays, whatever is written; the change is the one that made its present version. Words that are still being typed have an
-- index of their own beginnings. The rows are made anew at the next start.

drop table search;

create virtual table search using fts5 (title, keywords, subjects, description, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3');

drop table search_row;

create table search_row (
  id integer primary key,
  dataset_id text not null unique references dataset deferrable initially deferred,
  sequence integer not null,
  changed_at text not null,
  facts text not null check (json_valid(facts))
) strict;
