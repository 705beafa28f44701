using DataCatalog.Dcat.Records;
using DataCatalog.Index.Columns;

namespace DataCatalog.Obligations.Seeing;

/// <summary>
/// Tells which rules a dataset is evidence for: those whose schema it follows, and those that name it. The same competence proves nothing.
/// </summary>
internal sealed class RuleEvidence
{
    private readonly CatalogColumns _columns;
    private readonly ILookup<int, int> _bySchema;
    private readonly ILookup<string, int> _byDataset;

    public RuleEvidence(CatalogColumns columns, IReadOnlyList<LegalRule> rules)
    {
        _columns = columns;
        var schemas = columns.Codes(Facet.ConformsTo);
        _bySchema = rules.Index()
            .Where(rule => rule.Item.Schema is { } schema && schemas.Find(schema) is not null)
            .ToLookup(rule => schemas.Find(rule.Item.Schema!)!.Value, rule => rule.Index);
        _byDataset = rules.Index()
            .SelectMany(rule => rule.Item.ShownBy, (rule, dataset) => (dataset, rule.Index))
            .ToLookup(pair => pair.dataset, pair => pair.Index, StringComparer.Ordinal);
    }

    /// <summary>Lists the positions of the rules in the list.</summary>
    public IEnumerable<int> Of(Row row)
    {
        IEnumerable<int> found = _byDataset[row.Id];
        foreach (var schema in _columns.Codes(row, Facet.ConformsTo))
        {
            found = found.Union(_bySchema[schema]);
        }

        return found;
    }
}
