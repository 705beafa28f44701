using DataCatalog.Concepts;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Records;
using DataCatalog.Harvesting.Changes;
using DataCatalog.Storage;

namespace DataCatalog.Pages;

/// <summary>What the home page shows besides the lists: the groups of competences, and the newest entries.</summary>
internal sealed class HomeContent(
    CatalogIris iris, References references, CompetenceStore competences, ChangeStore changes, ChangeIris names)
{
    private const int MostNews = 6;

    /// <summary>The groups of competences in their order, with the number of their datasets.</summary>
    public IEnumerable<(Concept Group, string Address, int Datasets)> Groups()
    {
        var (known, counts) = (references.Current, competences.Counts());
        return known.CodesOf(Schemes.Competences)
            .Select(code => known.FindConcept(Schemes.Competences, code)!)
            .Where(concept => concept.Broader is null)
            .OrderBy(concept => concept.Notation, StringComparer.Ordinal)
            .Select(group => (group, iris.Concept(group).Value, counts.TryGetValue(group.Id, out var count) ? count.Datasets : 0));
    }

    /// <summary>The entries that changed last, as the feed lists them; withdrawn ones are left out.</summary>
    public IEnumerable<(string Kind, string Address, string Title)> News() => changes.Latest(long.MaxValue, MostNews)
        .Where(change => change.Reason is null)
        .Select(change => (change.Kind, names.Of(change.Kind, change.Id).Value, change.Title ?? change.Id));
}
