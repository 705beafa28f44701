using DataCatalog.Dcat.Rules;

namespace DataCatalog.Harvesting;

/// <summary>The parts of the catalogue in the order of a walk. Their names are part of the cursors.</summary>
internal enum CatalogSection
{
    Datasets,
    Series,
    Services,
}

/// <summary>
/// A place in a walk through the catalogue: after an id, which never changes, so that nothing is met twice or passed over whatever is
/// edited meanwhile.
/// </summary>
/// <param name="Section">The part.</param>
/// <param name="After">The id that was last; empty at the beginning of the part.</param>
internal readonly record struct CatalogPosition(CatalogSection Section, string After)
{
    /// <summary>Between the part's name and the id: neither has it, and no address needs it escaped.</summary>
    private const char Separator = '_';

    /// <summary>All parts, in the order of a walk.</summary>
    public static readonly IReadOnlyList<CatalogSection> Sections = Enum.GetValues<CatalogSection>();

    /// <summary>Where a walk begins.</summary>
    public static CatalogPosition Start => At(CatalogSection.Datasets);

    public static CatalogPosition At(CatalogSection section) => new(section, "");

    /// <summary>The parts after this one.</summary>
    public IEnumerable<CatalogSection> Following => Sections.Skip((int)Section + 1);

    /// <summary>Reads a cursor; null when it is none of ours.</summary>
    public static CatalogPosition? Parse(string cursor)
    {
        var parts = cursor.Split(Separator, 2);
        foreach (var section in Sections.Where(section => string.Equals(Name(section), parts[0], StringComparison.Ordinal)))
        {
            return parts.Length == 1 ? At(section) : Identifiers.IsIdentifier(parts[1]) ? new CatalogPosition(section, parts[1]) : null;
        }

        return null;
    }

    public override string ToString() => After.Length == 0 ? Name(Section) : $"{Name(Section)}{Separator}{After}";

    private static string Name(CatalogSection section) => section switch
    {
        CatalogSection.Datasets => "datasets",
        CatalogSection.Series => "series",
        _ => "services",
    };
}
