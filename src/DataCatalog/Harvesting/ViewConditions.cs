using DataCatalog.Storage;

namespace DataCatalog.Harvesting;

/// <summary>The filters of a view as SQL.</summary>
internal sealed class ViewConditions
{
    private readonly Dictionary<string, object> _parameters = new(StringComparer.Ordinal);
    private readonly List<string> _datasets = [];
    private readonly List<string> _services = [];
    private readonly List<string> _series = [];
    private readonly List<string> _editions = [];

    public Selection Datasets => Of(_datasets);

    public Selection Services => Of(_services);

    public Selection Series => Of(_editions.Count == 0
        ? _series
        : [.. _series, $"exists (select 1 from dataset_series m where m.series_id = t.id and {string.Join(" and ", _editions)})"]);

    public void Publisher(string id)
    {
        _parameters["publisher"] = id;
        _datasets.Add(Linked("dataset", "t.id", "agent", "publisher", "= @publisher"));
        _services.Add(Linked("service", "t.id", "agent", "publisher", "= @publisher"));
        _series.Add(Linked("series", "t.id", "agent", "publisher", "= @publisher"));
    }

    public void HighValue(bool wanted) => ByOwnFacts((kind, id) => If(wanted, Linked(kind, id, "concept", "hvdCategories", "is not null")));

    /// <summary>By the change log, not by the day on which facts were checked: a harvester asks what it has not seen yet.</summary>
    public void ChangedSince(string instant)
    {
        _parameters["since"] = instant;
        _datasets.Add(Changed("dataset"));
        _services.Add(Changed("service"));
        _series.Add(Changed("series"));
    }

    public void Own(bool wanted) => ByOwnFacts((kind, id) => If(!wanted, Identified(kind, id, "")));

    public void NotOn(string platform)
    {
        _parameters["platform"] = platform;
        ByOwnFacts((kind, id) => If(wanted: false, Identified(kind, id, " and l.platform = @platform")));
    }

    /// <summary>Any of some competences.</summary>
    public void Competences(string json)
    {
        _parameters["competences"] = json;
        ByOwnFacts((kind, id) => Linked(kind, id, "concept", "competences", In("competences")));
    }

    public void Theme(string conceptId)
    {
        _parameters["theme"] = conceptId;
        ByOwnFacts((kind, id) => Linked(kind, id, "concept", "themes", "= @theme"));
    }

    /// <summary>
    /// Any of some territories. These may be thousands, so the datasets on them are found once, and not looked for with each row.
    /// </summary>
    public void Territories(string json)
    {
        _parameters["territories"] = json;
        const string Covering =
            "(select l.dataset_id from dataset_territory l where l.field = 'territories' and l.territory_id in (select value from json_each(@territories)))";
        _datasets.Add($"t.id in {Covering}");
        _editions.Add($"m.dataset_id in {Covering}");
        _services.Add($"t.id in (select s.service_id from service_dataset s where s.dataset_id in {Covering})");
    }

    /// <summary>What datasets and services say of themselves, and series by their editions.</summary>
    private void ByOwnFacts(Func<string, string, string> condition)
    {
        _datasets.Add(condition("dataset", "t.id"));
        _services.Add(condition("service", "t.id"));
        _editions.Add(condition("dataset", "m.dataset_id"));
    }

    private Selection Of(List<string> conditions) =>
        conditions.Count == 0 ? Selection.Everything : new Selection(string.Join(" and ", conditions), _parameters);

    private static string If(bool wanted, string condition) => wanted ? condition : $"not {condition}";

    private static string In(string parameter) => $"in (select value from json_each(@{parameter}))";

    private static string Linked(string kind, string id, string target, string field, string test) =>
        $"exists (select 1 from {kind}_{target} l where l.{kind}_id = {id} and l.field = '{field}' and l.{target}_id {test})";

    private static string Identified(string kind, string id, string more) =>
        $"exists (select 1 from {kind}_identifier l where l.{kind}_id = {id}{more})";

    private static string Changed(string kind) =>
        $"exists (select 1 from change c where c.kind = '{kind}' and c.id = t.id and c.version = t.version and c.at >= @since)";
}
