using DataCatalog.Storage;

namespace DataCatalog.Index;

/// <summary>The names of the records that a dataset links to: they are indexed with it.</summary>
internal static class Labels
{
    private const string OfAgent = "r.document ->> '$.name.fr'";
    private const string OfTerritory = "r.document ->> '$.name'";

    private const string OfConcept =
        "concat_ws(' ', r.document ->> '$.label.fr', (select string_agg(value, ' ') from json_each(r.document ->> '$.altLabels')))";

    private const string IsTold = "l.field in ('competences', 'themes')";
    private const string IsPlace = "l.field = 'territories' and l.territory_id not like 'country%'";

    /// <summary>Selects the names for a dataset (<c>@id</c>) as one text; null when it links to none.</summary>
    public const string Sql = $"""
        select string_agg(label, ' ' order by kind, field, id) from (
          select 'agent' as kind, field, r.id as id, {OfAgent} as label
          from dataset_agent l join agent r on r.id = l.agent_id where l.dataset_id = @id
          union all
          select 'concept', field, r.id, {OfConcept}
          from dataset_concept l join concept r on r.id = l.concept_id where l.dataset_id = @id and {IsTold}
          union all
          select 'territory', field, r.id, {OfTerritory}
          from dataset_territory l join territory r on r.id = l.territory_id where l.dataset_id = @id and {IsPlace}) names
        """;

    /// <summary>Selects the records whose names these are, in the same order.</summary>
    private const string RecordsSql = $"""
        select 'agent' as kind, agent_id as id, field from dataset_agent l where l.dataset_id = @id
        union all
        select 'concept', concept_id, field from dataset_concept l where l.dataset_id = @id and {IsTold}
        union all
        select 'territory', territory_id, field from dataset_territory l where l.dataset_id = @id and {IsPlace}
        order by kind, field, id
        """;

    /// <summary>
    /// Returns the names for a dataset as they are indexed. Many datasets have the same ones, so each is read and analysed once in a
    /// transaction.
    /// </summary>
    public static IEnumerable<IndexedText> Of(WriteSession session, string id) => session
        .All(RecordsSql, row => (Kind: row.GetString(0), Id: row.GetString(1)), ("@id", id))
        .Select(linked => session.Made(linked.Kind, linked.Id, () => Read(session, linked.Kind, linked.Id)));

    private static IndexedText Read(WriteSession session, string kind, string id)
    {
        var label = kind switch
        {
            Kinds.Agent => OfAgent,
            Kinds.Concept => OfConcept,
            _ => OfTerritory,
        };
        var sql = $"select {label} from {kind} r where r.id = @id";
        return FrenchText.Indexed(session.First(sql, row => row.IsDBNull(0) ? "" : row.GetString(0), ("@id", id)) ?? "");
    }
}
