-- What readers report as wrong on the page of a dataset. No answer shows it, so it has no place in the change log.

create table report (
  number integer primary key autoincrement,
  dataset_id text not null references dataset,
  text text not null check (length(text) between 1 and 2000),
  at text not null,
  closed_at text
) strict;
