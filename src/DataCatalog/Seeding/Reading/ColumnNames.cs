using System.Text.Json;
using System.Text.RegularExpressions;

namespace DataCatalog.Seeding.Reading;

/// <summary>Finds the column (<c>title_fr</c>) of a property path in a validation failure (<c>title.fr</c>).</summary>
internal static partial class ColumnNames
{
    /// <summary>
    /// The columns whose name is not the path in snake case. One table serves all files: a path means the same column everywhere, except
    /// the parent of a former commune.
    /// </summary>
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["access.audiences"] = "audiences",
        ["access.requestUrl"] = "request_url",
        ["access.restrictionReasons"] = "restriction_reasons",
        ["altLabels"] = "alt_fr",
        ["box.west"] = "west",
        ["box.south"] = "south",
        ["box.east"] = "east",
        ["box.north"] = "north",
        ["broadMatches"] = "broad_match",
        ["competence.legalReference"] = "legal_ref",
        ["competence.legalReferenceStatus"] = "legal_ref_status",
        ["competence.legalReferenceYear"] = "legal_ref_read",
        ["competence.banaticCodes"] = "banatic_codes",
        ["platform.hosts"] = "hosts",
        ["platform.defaultLicence"] = "default_licence",
        ["competence.themes"] = "themes",
        ["deadline.event"] = "deadline_event",
        ["deadline.kind"] = "deadline_kind",
        ["deadline.note"] = "deadline_note",
        ["deadline.value"] = "deadline",
        ["exactMatches"] = "exact_match",
        ["formerStatus"] = "status",
        ["obligation.type"] = "obligation",
        ["obligation.legalBases"] = "legal_bases",
        ["point.longitude"] = "longitude",
        ["point.latitude"] = "latitude",
        ["provenance.checkedAt"] = "checked_at",
        ["provenance.confidence"] = "confidence",
        ["provenance.sources"] = "sources",
        ["reuseExample.title"] = "reuse_title",
        ["reuseExample.url"] = "reuse_url",
        ["reuseExample.territory"] = "reuse_territory",
        ["scope.competences"] = "competence",
        ["scope.conditions"] = "conditions",
        ["scope.epciKinds"] = "epci_kinds",
        ["scope.exceptIn"] = "except_in",
        ["scope.extendsTo"] = "extends_to",
        ["scope.kinds"] = "applies_to",
        ["scope.maximumPopulation"] = "max_population",
        ["scope.minimumPopulation"] = "min_population",
        ["scope.minimumStaff"] = "min_staff",
        ["scope.onlyIn"] = "only_in",
        ["template.address"] = "url_template",
    };

    /// <summary>Returns the column of a path, or of the nearest path above it that has one; null when there is none.</summary>
    public static string? Find(string path, TableSchema schema)
    {
        var above = Index.Replace(path, "");
        for (; above.Length > 0; above = above[..Math.Max(0, above.LastIndexOf('.'))])
        {
            var column = Names.GetValueOrDefault(above) ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(above.Replace('.', '_'));
            column = column is "parents" && !schema.Has(column) ? "current" : column;
            if (schema.Has(column))
            {
                return column;
            }
        }

        return string.Equals(path, "id", StringComparison.Ordinal) && schema.Has("scheme") ? "scheme" : null;
    }

    [GeneratedRegex(@"\[[0-9]+\]", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Index { get; }
}
