using DataCatalog.Index.Columns;

namespace DataCatalog.Obligations.Seeing;

/// <summary>Counts the datasets within reach of a territory, for each competence.</summary>
internal sealed class CompetenceTallies(CatalogColumns columns)
{
    private readonly Tally?[] _tallies = new Tally?[columns.Codes(Facet.Competence).Count];

    /// <summary>The counts of all datasets within reach.</summary>
    public Tally All { get; } = new();

    /// <summary>Returns the counts of the datasets of a competence, or of a group of competences.</summary>
    public Tally Of(string competence) =>
        columns.Codes(Facet.Competence).Find(competence) is { } code && _tallies[code] is { } tally ? tally : new Tally();

    public void Add(Row row, Reach reach)
    {
        if (reach.IsNear)
        {
            All.Add(row, reach);
            foreach (var code in columns.Codes(row, Facet.Competence))
            {
                (_tallies[code] ??= new Tally()).Add(row, reach);
            }
        }
    }
}
