using DataCatalog.Dcat.Rules;

namespace DataCatalog.Harvesting;

/// <summary>The sections of the catalogue, in the order in which a walk lists them.</summary>
internal enum CatalogSection
{
    Datasets,
    Series,
    Services,
}

/// <summary>
/// A position in a walk through the catalogue: the place after an id. Ids never change, so a walk neither repeats nor skips an entry when
/// others change meanwhile.
/// </summary>
/// <param name="Section">The section.</param>
/// <param name="After">The id of the last entry before the position; empty at the beginning of the section.</param>
internal readonly record struct CatalogPosition(CatalogSection Section, string After)
{
    /// <summary>The character between section and id in a cursor: neither contains it, and it needs no escape in an address.</summary>
    private const char Separator = '_';

    /// <summary>All sections, in the order of a walk.</summary>
    public static readonly IReadOnlyList<CatalogSection> Sections = Enum.GetValues<CatalogSection>();

    /// <summary>The beginning of a walk.</summary>
    public static CatalogPosition Start => At(CatalogSection.Datasets);

    /// <summary>The beginning of a section.</summary>
    public static CatalogPosition At(CatalogSection section) => new(section, "");

    /// <summary>The sections after this one.</summary>
    public IEnumerable<CatalogSection> Following => Sections.Skip((int)Section + 1);

    /// <summary>Reads a cursor; null when the text is not a cursor of this service.</summary>
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

    /// <summary>Returns the name of a section in cursors; it must never change.</summary>
    private static string Name(CatalogSection section) => section switch
    {
        CatalogSection.Datasets => "datasets",
        CatalogSection.Series => "series",
        _ => "services",
    };
}
