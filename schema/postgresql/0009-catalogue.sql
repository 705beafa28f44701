-- The catalogue in PostgreSQL: the tables and columns that the scripts for SQLite make, in one script of the same number. Stores have one
-- SQL text for both engines, so the first part teaches PostgreSQL what they use of SQLite: JSON in columns of text, and lists that are JSON
-- arrays. Texts sort by ordinal (collate "C") whatever the locale of the database: cursors and binary searches rely on it.
-- The setting 'schema' has the number of the last script.

create function json_at(document text, path text) returns text language sql immutable strict parallel safe
  as $$ select document::json #>> string_to_array(substr(path, 3), '.') $$;

create function json_at(list text, place integer) returns text language sql immutable strict parallel safe
  as $$ select list::json ->> place $$;

-- document ->> '$.title.fr', list ->> 0
create operator ->> (leftarg = text, rightarg = text, function = json_at);
create operator ->> (leftarg = text, rightarg = integer, function = json_at);

-- select value from json_each(list)
create function json_each(list text) returns table (value text) language sql immutable parallel safe
  as $$ select * from json_array_elements_text(list::json) $$;

-- Nouns: all have the same columns. A withdrawn record keeps its row (410 Gone) and loses its links.

create table dataset (
  id text collate "C" primary key,
  version bigint not null check (version > 0),
  entered_on text collate "C" not null,
  changed_on text collate "C" not null,
  withdrawn_at text collate "C",
  withdrawn_why text collate "C",
  document text collate "C" not null check (document::json is not null),
  check ((withdrawn_at is null) = (withdrawn_why is null))
);

create table service (
  id text collate "C" primary key,
  version bigint not null check (version > 0),
  entered_on text collate "C" not null,
  changed_on text collate "C" not null,
  withdrawn_at text collate "C",
  withdrawn_why text collate "C",
  document text collate "C" not null check (document::json is not null),
  check ((withdrawn_at is null) = (withdrawn_why is null))
);

create table series (
  id text collate "C" primary key,
  version bigint not null check (version > 0),
  entered_on text collate "C" not null,
  changed_on text collate "C" not null,
  withdrawn_at text collate "C",
  withdrawn_why text collate "C",
  document text collate "C" not null check (document::json is not null),
  check ((withdrawn_at is null) = (withdrawn_why is null))
);

create table model (
  id text collate "C" primary key,
  version bigint not null check (version > 0),
  entered_on text collate "C" not null,
  changed_on text collate "C" not null,
  withdrawn_at text collate "C",
  withdrawn_why text collate "C",
  document text collate "C" not null check (document::json is not null),
  check ((withdrawn_at is null) = (withdrawn_why is null))
);

create table agent (
  id text collate "C" primary key,
  version bigint not null check (version > 0),
  entered_on text collate "C" not null,
  changed_on text collate "C" not null,
  withdrawn_at text collate "C",
  withdrawn_why text collate "C",
  document text collate "C" not null check (document::json is not null),
  check ((withdrawn_at is null) = (withdrawn_why is null))
);

create table scheme (
  id text collate "C" primary key,
  version bigint not null check (version > 0),
  entered_on text collate "C" not null,
  changed_on text collate "C" not null,
  withdrawn_at text collate "C",
  withdrawn_why text collate "C",
  document text collate "C" not null check (document::json is not null),
  check ((withdrawn_at is null) = (withdrawn_why is null))
);

create table concept (
  id text collate "C" primary key,
  version bigint not null check (version > 0),
  entered_on text collate "C" not null,
  changed_on text collate "C" not null,
  withdrawn_at text collate "C",
  withdrawn_why text collate "C",
  document text collate "C" not null check (document::json is not null),
  check ((withdrawn_at is null) = (withdrawn_why is null))
);

create table territory (
  id text collate "C" primary key,
  version bigint not null check (version > 0),
  entered_on text collate "C" not null,
  changed_on text collate "C" not null,
  withdrawn_at text collate "C",
  withdrawn_why text collate "C",
  document text collate "C" not null check (document::json is not null),
  check ((withdrawn_at is null) = (withdrawn_why is null))
);

create table rule (
  id text collate "C" primary key,
  version bigint not null check (version > 0),
  entered_on text collate "C" not null,
  changed_on text collate "C" not null,
  withdrawn_at text collate "C",
  withdrawn_why text collate "C",
  document text collate "C" not null check (document::json is not null),
  check ((withdrawn_at is null) = (withdrawn_why is null))
);

-- Lists and counts read these; the second of each pair finds what was withdrawn.
create index dataset_living on dataset (id) where withdrawn_at is null;
create index dataset_withdrawn on dataset (id) where withdrawn_at is not null;
create index service_living on service (id) where withdrawn_at is null;
create index service_withdrawn on service (id) where withdrawn_at is not null;
create index series_living on series (id) where withdrawn_at is null;
create index series_withdrawn on series (id) where withdrawn_at is not null;
create index model_living on model (id) where withdrawn_at is null;
create index model_withdrawn on model (id) where withdrawn_at is not null;
create index agent_living on agent (id) where withdrawn_at is null;
create index agent_withdrawn on agent (id) where withdrawn_at is not null;
create index scheme_living on scheme (id) where withdrawn_at is null;
create index scheme_withdrawn on scheme (id) where withdrawn_at is not null;
create index concept_living on concept (id) where withdrawn_at is null;
create index concept_withdrawn on concept (id) where withdrawn_at is not null;
create index territory_living on territory (id) where withdrawn_at is null;
create index territory_withdrawn on territory (id) where withdrawn_at is not null;
create index rule_living on rule (id) where withdrawn_at is null;
create index rule_withdrawn on rule (id) where withdrawn_at is not null;

-- The datasets by the address of their page, which people paste to find them here.
create index dataset_landing_page on dataset ((document ->> '$.landingPage'));

-- The memory: every create, update and withdrawal appends one row and none is ever changed. The program numbers them, since a sequence of
-- PostgreSQL has gaps and does not follow the order of commits.

create table change (
  sequence bigint primary key,
  kind text collate "C" not null,
  id text collate "C" not null,
  operation text collate "C" not null check (operation in ('create', 'update', 'withdraw')),
  at text collate "C" not null,
  actor text collate "C" not null,
  version bigint not null,
  document text collate "C",
  check ((operation = 'withdraw') = (document is null))
);

create unique index change_version on change (kind, id, version);
create index change_kind on change (kind, sequence);

create table setting (
  name text collate "C" primary key,
  value text collate "C" not null
);

-- Links: what living records point at. The foreign keys are checked at commit, so that a load may come in any order.

create table distribution (
  id text collate "C" primary key,
  dataset_id text collate "C" not null references dataset deferrable initially deferred,
  service_id text collate "C" references service deferrable initially deferred
);

create table dataset_agent (
  dataset_id text collate "C" not null references dataset deferrable initially deferred,
  field text collate "C" not null,
  agent_id text collate "C" not null references agent deferrable initially deferred,
  primary key (dataset_id, field, agent_id)
);

create table dataset_concept (
  dataset_id text collate "C" not null references dataset deferrable initially deferred,
  field text collate "C" not null,
  concept_id text collate "C" not null references concept deferrable initially deferred,
  primary key (dataset_id, field, concept_id)
);

create table dataset_territory (
  dataset_id text collate "C" not null references dataset deferrable initially deferred,
  field text collate "C" not null,
  territory_id text collate "C" not null references territory deferrable initially deferred,
  primary key (dataset_id, field, territory_id)
);

create table dataset_series (
  dataset_id text collate "C" not null references dataset deferrable initially deferred,
  field text collate "C" not null,
  series_id text collate "C" not null references series deferrable initially deferred,
  primary key (dataset_id, field, series_id)
);

create table service_agent (
  service_id text collate "C" not null references service deferrable initially deferred,
  field text collate "C" not null,
  agent_id text collate "C" not null references agent deferrable initially deferred,
  primary key (service_id, field, agent_id)
);

create table service_concept (
  service_id text collate "C" not null references service deferrable initially deferred,
  field text collate "C" not null,
  concept_id text collate "C" not null references concept deferrable initially deferred,
  primary key (service_id, field, concept_id)
);

create table service_dataset (
  service_id text collate "C" not null references service deferrable initially deferred,
  field text collate "C" not null,
  dataset_id text collate "C" not null references dataset deferrable initially deferred,
  primary key (service_id, field, dataset_id)
);

create table series_agent (
  series_id text collate "C" not null references series deferrable initially deferred,
  field text collate "C" not null,
  agent_id text collate "C" not null references agent deferrable initially deferred,
  primary key (series_id, field, agent_id)
);

create table series_concept (
  series_id text collate "C" not null references series deferrable initially deferred,
  field text collate "C" not null,
  concept_id text collate "C" not null references concept deferrable initially deferred,
  primary key (series_id, field, concept_id)
);

create table series_territory (
  series_id text collate "C" not null references series deferrable initially deferred,
  field text collate "C" not null,
  territory_id text collate "C" not null references territory deferrable initially deferred,
  primary key (series_id, field, territory_id)
);

create table model_concept (
  model_id text collate "C" not null references model deferrable initially deferred,
  field text collate "C" not null,
  concept_id text collate "C" not null references concept deferrable initially deferred,
  primary key (model_id, field, concept_id)
);

create table agent_concept (
  agent_id text collate "C" not null references agent deferrable initially deferred,
  field text collate "C" not null,
  concept_id text collate "C" not null references concept deferrable initially deferred,
  primary key (agent_id, field, concept_id)
);

create table concept_scheme (
  concept_id text collate "C" not null references concept deferrable initially deferred,
  field text collate "C" not null,
  scheme_id text collate "C" not null references scheme deferrable initially deferred,
  primary key (concept_id, field, scheme_id)
);

create table concept_concept (
  concept_id text collate "C" not null references concept deferrable initially deferred,
  field text collate "C" not null,
  other_id text collate "C" not null references concept deferrable initially deferred,
  primary key (concept_id, field, other_id)
);

create table territory_territory (
  territory_id text collate "C" not null references territory deferrable initially deferred,
  field text collate "C" not null,
  other_id text collate "C" not null references territory deferrable initially deferred,
  primary key (territory_id, field, other_id)
);

create table rule_concept (
  rule_id text collate "C" not null references rule deferrable initially deferred,
  field text collate "C" not null,
  concept_id text collate "C" not null references concept deferrable initially deferred,
  primary key (rule_id, field, concept_id)
);

create table rule_model (
  rule_id text collate "C" not null references rule deferrable initially deferred,
  field text collate "C" not null,
  model_id text collate "C" not null references model deferrable initially deferred,
  primary key (rule_id, field, model_id)
);

create table rule_territory (
  rule_id text collate "C" not null references rule deferrable initially deferred,
  field text collate "C" not null,
  territory_id text collate "C" not null references territory deferrable initially deferred,
  primary key (rule_id, field, territory_id)
);

create table rule_dataset (
  rule_id text collate "C" not null references rule deferrable initially deferred,
  field text collate "C" not null,
  dataset_id text collate "C" not null references dataset deferrable initially deferred,
  primary key (rule_id, field, dataset_id)
);

-- Records of the same entry on other platforms: the views for harvesters ask which entries have none.

create table dataset_identifier (
  dataset_id text collate "C" not null references dataset deferrable initially deferred,
  platform text collate "C" not null,
  identifier text collate "C" not null,
  primary key (dataset_id, platform, identifier)
);

create table service_identifier (
  service_id text collate "C" not null references service deferrable initially deferred,
  platform text collate "C" not null,
  identifier text collate "C" not null,
  primary key (service_id, platform, identifier)
);

create index distribution_dataset on distribution (dataset_id);
create index distribution_service on distribution (service_id) where service_id is not null;
create index dataset_agent_target on dataset_agent (agent_id);
create index dataset_concept_target on dataset_concept (concept_id);
create index dataset_territory_target on dataset_territory (territory_id);
create index dataset_series_target on dataset_series (series_id);
create index service_agent_target on service_agent (agent_id);
create index service_concept_target on service_concept (concept_id);
create index service_dataset_target on service_dataset (dataset_id);
create index series_agent_target on series_agent (agent_id);
create index series_concept_target on series_concept (concept_id);
create index series_territory_target on series_territory (territory_id);
create index model_concept_target on model_concept (concept_id);
create index agent_concept_target on agent_concept (concept_id);
create index concept_scheme_target on concept_scheme (scheme_id);
create index concept_concept_target on concept_concept (other_id);
create index territory_territory_target on territory_territory (other_id);
create index rule_concept_target on rule_concept (concept_id);
create index rule_model_target on rule_model (model_id);
create index rule_territory_target on rule_territory (territory_id);
create index rule_dataset_target on rule_dataset (dataset_id);
create index dataset_identifier_target on dataset_identifier (platform, identifier);
create index service_identifier_target on service_identifier (platform, identifier);

-- Foreign keys see rows, and a withdrawn record keeps its row: this lists links to withdrawn records, and a write that leaves one is
-- undone.
create view dangling (kind, id, field, target_kind, target_id) as
  select 'dataset', l.dataset_id, 'distributions.service', 'service', l.service_id
    from service t join distribution l on l.service_id = t.id where t.withdrawn_at is not null
  union all select 'dataset', l.dataset_id, l.field, 'agent', l.agent_id
    from agent t join dataset_agent l on l.agent_id = t.id where t.withdrawn_at is not null
  union all select 'dataset', l.dataset_id, l.field, 'concept', l.concept_id
    from concept t join dataset_concept l on l.concept_id = t.id where t.withdrawn_at is not null
  union all select 'dataset', l.dataset_id, l.field, 'territory', l.territory_id
    from territory t join dataset_territory l on l.territory_id = t.id where t.withdrawn_at is not null
  union all select 'dataset', l.dataset_id, l.field, 'series', l.series_id
    from series t join dataset_series l on l.series_id = t.id where t.withdrawn_at is not null
  union all select 'service', l.service_id, l.field, 'agent', l.agent_id
    from agent t join service_agent l on l.agent_id = t.id where t.withdrawn_at is not null
  union all select 'service', l.service_id, l.field, 'concept', l.concept_id
    from concept t join service_concept l on l.concept_id = t.id where t.withdrawn_at is not null
  union all select 'service', l.service_id, l.field, 'dataset', l.dataset_id
    from dataset t join service_dataset l on l.dataset_id = t.id where t.withdrawn_at is not null
  union all select 'series', l.series_id, l.field, 'agent', l.agent_id
    from agent t join series_agent l on l.agent_id = t.id where t.withdrawn_at is not null
  union all select 'series', l.series_id, l.field, 'concept', l.concept_id
    from concept t join series_concept l on l.concept_id = t.id where t.withdrawn_at is not null
  union all select 'series', l.series_id, l.field, 'territory', l.territory_id
    from territory t join series_territory l on l.territory_id = t.id where t.withdrawn_at is not null
  union all select 'model', l.model_id, l.field, 'concept', l.concept_id
    from concept t join model_concept l on l.concept_id = t.id where t.withdrawn_at is not null
  union all select 'rule', l.rule_id, l.field, 'concept', l.concept_id
    from concept t join rule_concept l on l.concept_id = t.id where t.withdrawn_at is not null
  union all select 'rule', l.rule_id, l.field, 'model', l.model_id
    from model t join rule_model l on l.model_id = t.id where t.withdrawn_at is not null
  union all select 'rule', l.rule_id, l.field, 'dataset', l.dataset_id
    from dataset t join rule_dataset l on l.dataset_id = t.id where t.withdrawn_at is not null
  union all select 'rule', l.rule_id, l.field, 'territory', l.territory_id
    from territory t join rule_territory l on l.territory_id = t.id where t.withdrawn_at is not null
  union all select 'agent', l.agent_id, l.field, 'concept', l.concept_id
    from concept t join agent_concept l on l.concept_id = t.id where t.withdrawn_at is not null
  union all select 'concept', l.concept_id, l.field, 'scheme', l.scheme_id
    from scheme t join concept_scheme l on l.scheme_id = t.id where t.withdrawn_at is not null
  union all select 'concept', l.concept_id, l.field, 'concept', l.other_id
    from concept t join concept_concept l on l.other_id = t.id where t.withdrawn_at is not null
  union all select 'territory', l.territory_id, l.field, 'territory', l.other_id
    from territory t join territory_territory l on l.other_id = t.id where t.withdrawn_at is not null;

-- Full text: what a search looks through, in the normal form of the French analysis. The words have no places and no weights: the program
-- finds phrases and ranks in memory, so that answers are the same on every engine; PostgreSQL finds who has a word, or its beginning.

create table search (
  rowid bigint primary key,
  title text collate "C" not null,
  keywords text collate "C" not null,
  subjects text collate "C" not null,
  description text collate "C" not null,
  words tsvector not null generated always as (array_to_tsvector(array_remove(
    string_to_array(title || ' ' || keywords || ' ' || subjects || ' ' || description, ' '), ''))) stored
);

create index search_words on search using gin (words);

-- What the columns in memory are made of: filters, counts and orders need these facts and no document. The number of a dataset's row stays,
-- whatever is written; the change is the one that made its present version.
create table search_row (
  id bigint primary key,
  dataset_id text collate "C" not null unique references dataset deferrable initially deferred,
  sequence bigint not null,
  changed_at text collate "C" not null,
  facts text collate "C" not null check (facts::json is not null)
);

-- The words of the index, and how many datasets have each: what a misspelt word is compared with.
create view search_vocabulary (term, doc) as select word, ndoc::bigint from ts_stat('select words from search');

-- Terms that mean the same to a search, one group a row.
create table synonym (
  terms text collate "C" primary key
);

-- What readers report as wrong on the page of a dataset. No answer shows it, so it has no place in the change log.
create table report (
  number bigint generated by default as identity primary key,
  dataset_id text collate "C" not null references dataset,
  text text collate "C" not null check (length(text) between 1 and 2000),
  at text collate "C" not null,
  closed_at text collate "C"
);

-- Flat views, for people who look into the database.

create view dataset_flat as
  select
    d.id,
    d.document ->> '$.title.fr' as title,
    d.document ->> '$.publisher' as publisher,
    a.document ->> '$.name.fr' as publisher_name,
    d.document ->> '$.licence' as licence,
    d.document ->> '$.access.regime' as access_regime,
    d.document ->> '$.relation' as relation,
    d.document ->> '$.frequency' as frequency,
    d.document ->> '$.granularity' as granularity,
    d.document ->> '$.personalData' as personal_data,
    (select string_agg(value, '|') from json_each(d.document ->> '$.themes')) as themes,
    (select string_agg(value, '|') from json_each(d.document ->> '$.competences')) as competences,
    (select string_agg(value, '|') from json_each(d.document ->> '$.territories')) as territories,
    d.document ->> '$.landingPage' as landing_page,
    json_array_length((d.document ->> '$.distributions')::json) as distributions,
    d.document ->> '$.provenance.checkedAt' as checked_at,
    d.document ->> '$.provenance.confidence' as confidence,
    d.version,
    d.entered_on,
    d.changed_on
  from dataset d
  left join agent a on a.id = d.document ->> '$.publisher'
  where d.withdrawn_at is null;

create view distribution_flat as
  select
    e.value ->> '$.id' as id,
    d.id as dataset,
    e.value ->> '$.title.fr' as title,
    e.value ->> '$.format' as format,
    e.value ->> '$.mediaType' as media_type,
    coalesce(e.value ->> '$.licence', d.document ->> '$.licence') as licence,
    e.value ->> '$.service' as service,
    e.value ->> '$.accessUrl' as access_url,
    e.value ->> '$.downloadUrl' as download_url
  from dataset d, json_each(d.document ->> '$.distributions') e
  where d.withdrawn_at is null;

create view service_flat as
  select
    s.id,
    s.document ->> '$.title.fr' as title,
    s.document ->> '$.publisher' as publisher,
    s.document ->> '$.endpointUrl' as endpoint_url,
    s.document ->> '$.licence' as licence,
    s.document ->> '$.access.regime' as access_regime,
    (select string_agg(value, '|') from json_each(s.document ->> '$.serves')) as serves,
    s.version,
    s.entered_on,
    s.changed_on
  from service s
  where s.withdrawn_at is null;

create view concept_flat as
  select
    id,
    document ->> '$.scheme' as scheme,
    document ->> '$.code' as code,
    document ->> '$.notation' as notation,
    document ->> '$.iri' as iri,
    document ->> '$.label.fr' as label_fr,
    document ->> '$.label.en' as label_en,
    document ->> '$.broader' as broader
  from concept
  where withdrawn_at is null;

create view rule_flat as
  select
    r.id,
    r.document ->> '$.title.fr' as title,
    r.document ->> '$.act' as act,
    r.document ->> '$.article' as article,
    r.document ->> '$.status' as status,
    (select string_agg(value, '|') from json_each(r.document ->> '$.scope.kinds')) as applies_to,
    (select string_agg(value, '|') from json_each(r.document ->> '$.scope.conditions')) as conditions,
    r.document ->> '$.deadline.kind' as deadline_kind,
    r.document ->> '$.deadline.value' as deadline,
    r.version,
    r.entered_on,
    r.changed_on
  from rule r
  where r.withdrawn_at is null;
