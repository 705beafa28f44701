using DataCatalog.Storage;

namespace DataCatalog.Harvesting;

/// <summary>The filters of a view as SQL conditions.</summary>
internal sealed class ViewConditions
{
    private readonly Dictionary<string, object> _parameters = new(StringComparer.Ordinal);
    private readonly List<string> _datasets = [];
    private readonly List<string> _services = [];
    private readonly List<string> _series = [];
    private readonly List<string> _editions = [];

    public Selection Datasets => SelectionOf(_datasets);

    public Selection Services => SelectionOf(_services);

    public Selection Series => SelectionOf(_editions.Count == 0
        ? _series
        : [.. _series, $"exists (select 1 from dataset_series m where m.series_id = t.id and {string.Join(" and ", _editions)})"]);

    public void Publisher(string id)
    {
        _parameters["publisher"] = id;
        _datasets.Add(HasLink("dataset", "t.id", "agent", "publisher", "= @publisher"));
        _services.Add(HasLink("service", "t.id", "agent", "publisher", "= @publisher"));
        _series.Add(HasLink("series", "t.id", "agent", "publisher", "= @publisher"));
    }

    public void HighValue(bool wanted) =>
        AddByEdition((kind, id) => If(wanted, HasLink(kind, id, "concept", "hvdCategories", "is not null")));

    /// <summary>
    /// Keeps what has changed since an instant by the change log, not by the day on which facts were checked: a harvester asks for what it
    /// has not seen yet.
    /// </summary>
    public void ChangedSince(string instant)
    {
        _parameters["since"] = instant;
        _datasets.Add(IsChangedSince("dataset"));
        _services.Add(IsChangedSince("service"));
        _series.Add(IsChangedSince("series"));
    }

    public void Own(bool wanted) => AddByEdition((kind, id) => If(!wanted, HasIdentifier(kind, id, "")));

    /// <summary>Keeps what identifiers or addresses name.</summary>
    public void Identifiers(IdentifierQuery query)
    {
        _datasets.Add(query.Condition(Kinds.Dataset, "t.id", _parameters));
        _services.Add(query.Condition(Kinds.Service, "t.id", _parameters));
        _series.Add(query.Condition(Kinds.Series, "t.id", _parameters));
    }

    public void NotOn(string platform)
    {
        _parameters["platform"] = platform;
        AddByEdition((kind, id) => If(wanted: false, HasIdentifier(kind, id, " and l.platform = @platform")));
    }

    /// <summary>Keeps what has one of some competences.</summary>
    /// <param name="json">The ids of the competences, as a JSON array.</param>
    public void Competences(string json)
    {
        _parameters["competences"] = json;
        AddByEdition((kind, id) => HasLink(kind, id, "concept", "competences", In("competences")));
    }

    public void Theme(string conceptId)
    {
        _parameters["theme"] = conceptId;
        AddByEdition((kind, id) => HasLink(kind, id, "concept", "themes", "= @theme"));
    }

    /// <summary>
    /// Keeps what has data on one of some territories. There may be thousands of them, so the datasets on them are found once, not searched
    /// anew for each row.
    /// </summary>
    /// <param name="related">The territories, and the datasets with exceptions that are about them.</param>
    public void Territories(RelatedTerritories related)
    {
        _parameters["territories"] = related.Territories;
        _parameters["dividing"] = related.Dividing;
        _parameters["kept"] = related.Kept;
        const string Covering =
            "(select l.dataset_id from dataset_territory l where l.field = 'territories'"
            + " and l.territory_id in (select value from json_each(@territories))"
            + " and l.dataset_id not in (select value from json_each(@dividing))"
            + " union all select value from json_each(@kept))";
        _datasets.Add($"t.id in {Covering}");
        _editions.Add($"m.dataset_id in {Covering}");
        _services.Add($"t.id in (select s.service_id from service_dataset s where s.dataset_id in {Covering})");
    }

    /// <summary>Adds a condition on datasets and services; for a series, it must hold for one of its editions.</summary>
    private void AddByEdition(Func<string, string, string> condition)
    {
        _datasets.Add(condition("dataset", "t.id"));
        _services.Add(condition("service", "t.id"));
        _editions.Add(condition("dataset", "m.dataset_id"));
    }

    private Selection SelectionOf(List<string> conditions) =>
        conditions.Count == 0 ? Selection.Everything : new Selection(string.Join(" and ", conditions), _parameters);

    private static string If(bool wanted, string condition) => wanted ? condition : $"not {condition}";

    private static string In(string parameter) => $"in (select value from json_each(@{parameter}))";

    private static string HasLink(string kind, string id, string target, string field, string test) =>
        $"exists (select 1 from {kind}_{target} l where l.{kind}_id = {id} and l.field = '{field}' and l.{target}_id {test})";

    private static string HasIdentifier(string kind, string id, string more) =>
        $"exists (select 1 from {kind}_identifier l where l.{kind}_id = {id}{more})";

    private static string IsChangedSince(string kind) =>
        $"exists (select 1 from change c where c.kind = '{kind}' and c.id = t.id and c.version = t.version and c.at >= @since)";
}
