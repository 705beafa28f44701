using System.Data.Common;
using Dapper;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Index.Columns;

/// <summary>The facts that searches use of a dataset and that other records hold: they change without the dataset.</summary>
internal sealed class RelatedFacts
{
    private const string KindsSql =
        "select id, document ->> '$.kind' from agent where withdrawn_at is null and document ->> '$.kind' is not null";

    private const string BroaderSql = """
        select document ->> '$.code', document ->> '$.broader' from concept
        where document ->> '$.scheme' = @scheme and document ->> '$.broader' is not null and withdrawn_at is null
        """;

    private readonly Dictionary<string, string> _kinds;
    private readonly Dictionary<string, string> _broader;
    private readonly HashSet<string> _served;

    private RelatedFacts(Dictionary<string, string> kinds, Dictionary<string, string> broader, HashSet<string> served) =>
        (_kinds, _broader, _served) = (kinds, broader, served);

    public static RelatedFacts Read(DbConnection connection) => new(
        connection.Query<(string Id, string Kind)>(KindsSql).ToDictionary(agent => agent.Id, agent => agent.Kind, StringComparer.Ordinal),
        connection.Query<(string Code, string Broader)>(BroaderSql, new { scheme = Schemes.Competences })
            .ToDictionary(concept => concept.Code, concept => concept.Broader, StringComparer.Ordinal),
        connection.Query<string>("select distinct dataset_id from service_dataset").ToHashSet(StringComparer.Ordinal));

    public bool SameAs(RelatedFacts other) =>
        _served.SetEquals(other._served) && Same(_kinds, other._kinds) && Same(_broader, other._broader);

    /// <summary>Adds the publisher's kind, the groups of the competences, and whether a service serves the dataset.</summary>
    public DatasetFacts Complete(string id, DatasetFacts facts) => facts with
    {
        PublisherKind = _kinds.GetValueOrDefault(facts.Publisher),
        Competences =
        [
            .. facts.Competences
                .Concat(facts.Competences.Select(_broader.GetValueOrDefault).OfType<string>())
                .Distinct(StringComparer.Ordinal),
        ],
        HasService = facts.HasService || _served.Contains(id),
    };

    private static bool Same(Dictionary<string, string> one, Dictionary<string, string> other) =>
        one.Count == other.Count
        && one.All(pair => other.TryGetValue(pair.Key, out var value) && string.Equals(value, pair.Value, StringComparison.Ordinal));
}
