-- Where rules of law apply, and the datasets that show what authorities have done.

create table rule_territory (
  rule_id text not null references rule deferrable initially deferred,
  field text not null,
  territory_id text not null references territory deferrable initially deferred,
  primary key (rule_id, field, territory_id)
) strict, without rowid;

create table rule_dataset (
  rule_id text not null references rule deferrable initially deferred,
  field text not null,
  dataset_id text not null references dataset deferrable initially deferred,
  primary key (rule_id, field, dataset_id)
) strict, without rowid;

create index rule_territory_target on rule_territory (territory_id);
create index rule_dataset_target on rule_dataset (dataset_id);

-- These links among those that a write must not leave to a withdrawn record.
drop view dangling;
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
