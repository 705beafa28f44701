-- The catalogue, whole: this is the first script, and a database with a smaller number is refused. A record is one JSON document in one row,
-- and the document is the truth; all else in this file is derived from it in the transaction that writes it. Documents come last in their
-- rows, so that reading the other columns never walks a long text.
-- Ids: lower-case kebab-case; 'scheme/code' for concepts, 'kind:code' for territories. Days: yyyy-mm-dd. Instants: yyyy-mm-ddThh:mm:ssZ.

-- Nouns: all have the same columns. A withdrawn record keeps its row (410 Gone) and loses its links.

create table dataset (
  id text primary key,
  version integer not null check (version > 0),
  entered_on text not null,
  changed_on text not null,
  withdrawn_at text,
  withdrawn_why text,
  document text not null check (json_valid(document)),
  check ((withdrawn_at is null) = (withdrawn_why is null))
) strict;

create table service (
  id text primary key,
  version integer not null check (version > 0),
  entered_on text not null,
  changed_on text not null,
  withdrawn_at text,
  withdrawn_why text,
  document text not null check (json_valid(document)),
  check ((withdrawn_at is null) = (withdrawn_why is null))
) strict;

create table series (
  id text primary key,
  version integer not null check (version > 0),
  entered_on text not null,
  changed_on text not null,
  withdrawn_at text,
  withdrawn_why text,
  document text not null check (json_valid(document)),
  check ((withdrawn_at is null) = (withdrawn_why is null))
) strict;

create table model (
  id text primary key,
  version integer not null check (version > 0),
  entered_on text not null,
  changed_on text not null,
  withdrawn_at text,
  withdrawn_why text,
  document text not null check (json_valid(document)),
  check ((withdrawn_at is null) = (withdrawn_why is null))
) strict;

create table agent (
  id text primary key,
  version integer not null check (version > 0),
  entered_on text not null,
  changed_on text not null,
  withdrawn_at text,
  withdrawn_why text,
  document text not null check (json_valid(document)),
  check ((withdrawn_at is null) = (withdrawn_why is null))
) strict;

create table scheme (
  id text primary key,
  version integer not null check (version > 0),
  entered_on text not null,
  changed_on text not null,
  withdrawn_at text,
  withdrawn_why text,
  document text not null check (json_valid(document)),
  check ((withdrawn_at is null) = (withdrawn_why is null))
) strict;

create table concept (
  id text primary key,
  version integer not null check (version > 0),
  entered_on text not null,
  changed_on text not null,
  withdrawn_at text,
  withdrawn_why text,
  document text not null check (json_valid(document)),
  check ((withdrawn_at is null) = (withdrawn_why is null))
) strict;

create table territory (
  id text primary key,
  version integer not null check (version > 0),
  entered_on text not null,
  changed_on text not null,
  withdrawn_at text,
  withdrawn_why text,
  document text not null check (json_valid(document)),
  check ((withdrawn_at is null) = (withdrawn_why is null))
) strict;

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

-- The memory: every create, update and withdrawal appends one row and none is ever changed.

create table change (
  sequence integer primary key autoincrement,
  kind text not null,
  id text not null,
  operation text not null check (operation in ('create', 'update', 'withdraw')),
  at text not null,
  actor text not null,
  version integer not null,
  document text,
  check ((operation = 'withdraw') = (document is null))
) strict;

create unique index change_version on change (kind, id, version);
create index change_kind on change (kind, sequence);

create table setting (
  name text primary key,
  value text not null
) strict;

-- Links: what living records point at. The foreign keys are checked at commit, so that a load may come in any order. A table is named
-- after its two ends; field is the property of the record that holds the link.

create table distribution (
  id text primary key,
  dataset_id text not null references dataset deferrable initially deferred,
  service_id text references service deferrable initially deferred
) strict;

create table dataset_agent (
  dataset_id text not null references dataset deferrable initially deferred,
  field text not null,
  agent_id text not null references agent deferrable initially deferred,
  primary key (dataset_id, field, agent_id)
) strict, without rowid;

create table dataset_concept (
  dataset_id text not null references dataset deferrable initially deferred,
  field text not null,
  concept_id text not null references concept deferrable initially deferred,
  primary key (dataset_id, field, concept_id)
) strict, without rowid;

create table dataset_territory (
  dataset_id text not null references dataset deferrable initially deferred,
  field text not null,
  territory_id text not null references territory deferrable initially deferred,
  primary key (dataset_id, field, territory_id)
) strict, without rowid;

create table dataset_series (
  dataset_id text not null references dataset deferrable initially deferred,
  field text not null,
  series_id text not null references series deferrable initially deferred,
  primary key (dataset_id, field, series_id)
) strict, without rowid;

create table service_agent (
  service_id text not null references service deferrable initially deferred,
  field text not null,
  agent_id text not null references agent deferrable initially deferred,
  primary key (service_id, field, agent_id)
) strict, without rowid;

create table service_concept (
  service_id text not null references service deferrable initially deferred,
  field text not null,
  concept_id text not null references concept deferrable initially deferred,
  primary key (service_id, field, concept_id)
) strict, without rowid;

create table service_dataset (
  service_id text not null references service deferrable initially deferred,
  field text not null,
  dataset_id text not null references dataset deferrable initially deferred,
  primary key (service_id, field, dataset_id)
) strict, without rowid;

create table series_agent (
  series_id text not null references series deferrable initially deferred,
  field text not null,
  agent_id text not null references agent deferrable initially deferred,
  primary key (series_id, field, agent_id)
) strict, without rowid;

create table series_concept (
  series_id text not null references series deferrable initially deferred,
  field text not null,
  concept_id text not null references concept deferrable initially deferred,
  primary key (series_id, field, concept_id)
) strict, without rowid;

create table series_territory (
  series_id text not null references series deferrable initially deferred,
  field text not null,
  territory_id text not null references territory deferrable initially deferred,
  primary key (series_id, field, territory_id)
) strict, without rowid;

create table model_concept (
  model_id text not null references model deferrable initially deferred,
  field text not null,
  concept_id text not null references concept deferrable initially deferred,
  primary key (model_id, field, concept_id)
) strict, without rowid;

create table agent_concept (
  agent_id text not null references agent deferrable initially deferred,
  field text not null,
  concept_id text not null references concept deferrable initially deferred,
  primary key (agent_id, field, concept_id)
) strict, without rowid;

create table concept_scheme (
  concept_id text not null references concept deferrable initially deferred,
  field text not null,
  scheme_id text not null references scheme deferrable initially deferred,
  primary key (concept_id, field, scheme_id)
) strict, without rowid;

create table concept_concept (
  concept_id text not null references concept deferrable initially deferred,
  field text not null,
  other_id text not null references concept deferrable initially deferred,
  primary key (concept_id, field, other_id)
) strict, without rowid;

create table territory_territory (
  territory_id text not null references territory deferrable initially deferred,
  field text not null,
  other_id text not null references territory deferrable initially deferred,
  primary key (territory_id, field, other_id)
) strict, without rowid;

-- Records of the same entry on other platforms: the views for harvesters ask which entries have none.

create table dataset_identifier (
  dataset_id text not null references dataset deferrable initially deferred,
  platform text not null,
  identifier text not null,
  primary key (dataset_id, platform, identifier)
) strict, without rowid;

create table service_identifier (
  service_id text not null references service deferrable initially deferred,
  platform text not null,
  identifier text not null,
  primary key (service_id, platform, identifier)
) strict, without rowid;

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
create index dataset_identifier_target on dataset_identifier (platform, identifier);
create index service_identifier_target on service_identifier (platform, identifier);

-- Foreign keys see rows, and a withdrawn record keeps its row: this lists links to withdrawn records, and a write that leaves one is undone.
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
  union all select 'agent', l.agent_id, l.field, 'concept', l.concept_id
    from concept t join agent_concept l on l.concept_id = t.id where t.withdrawn_at is not null
  union all select 'concept', l.concept_id, l.field, 'scheme', l.scheme_id
    from scheme t join concept_scheme l on l.scheme_id = t.id where t.withdrawn_at is not null
  union all select 'concept', l.concept_id, l.field, 'concept', l.other_id
    from concept t join concept_concept l on l.other_id = t.id where t.withdrawn_at is not null
  union all select 'territory', l.territory_id, l.field, 'territory', l.other_id
    from territory t join territory_territory l on l.other_id = t.id where t.withdrawn_at is not null;

-- Full text: what a search looks through, in the normal form of the French analysis (Search/Text). Words that are still being typed have an
-- index of their own beginnings. Rows are written in the transaction of the dataset; `reindex` makes them anew.

create virtual table search using fts5 (title, keywords, subjects, description, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3');

-- What the columns in memory are made of (Search/Columns): filters, counts and orders need these facts and no document. The number of a
-- dataset's row stays, whatever is written; the change is the one that made its present version.
create table search_row (
  id integer primary key,
  dataset_id text not null unique references dataset deferrable initially deferred,
  sequence integer not null,
  changed_at text not null,
  facts text not null check (json_valid(facts))
) strict;

-- The words of the index, and how many datasets have each: what a misspelt word is compared with (Search/Text/Spelling.cs).
create virtual table search_vocabulary using fts5vocab (search, row);

-- Terms that mean the same to a search, one group a row.
create table synonym (
  terms text primary key
) strict, without rowid;

-- Flat views, for people who open the file.

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
    (select group_concat(value, '|') from json_each(d.document, '$.themes')) as themes,
    (select group_concat(value, '|') from json_each(d.document, '$.competences')) as competences,
    (select group_concat(value, '|') from json_each(d.document, '$.territories')) as territories,
    d.document ->> '$.landingPage' as landing_page,
    json_array_length(d.document, '$.distributions') as distributions,
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
  from dataset d, json_each(d.document, '$.distributions') e
  where d.withdrawn_at is null;

create view service_flat as
  select
    s.id,
    s.document ->> '$.title.fr' as title,
    s.document ->> '$.publisher' as publisher,
    s.document ->> '$.endpointUrl' as endpoint_url,
    s.document ->> '$.licence' as licence,
    s.document ->> '$.access.regime' as access_regime,
    (select group_concat(value, '|') from json_each(s.document, '$.serves')) as serves,
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
