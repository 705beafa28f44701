using DataCatalog.Dcat.Records;

namespace DataCatalog.Seeding.Reading;

/// <summary>vocabularies/schemes.csv and the other files beside it.</summary>
internal static class ConceptRows
{
    private static readonly string[] CompetenceColumns =
        ["core", .. RoleColumns.All, "legal_ref", "legal_ref_status", "legal_ref_read", "banatic_codes", "themes"];

    public static Sourced<ConceptScheme> ReadScheme(CsvRow row) => new(
        new ConceptScheme
        {
            Id = row["scheme"],
            Iri = row.Text("iri"),
            Title = row.Texts("title"),
            Description = row.OptionalTexts("description"),
        },
        row);

    public static Sourced<Concept> Read(string scheme, CsvRow row) => new(
        new Concept
        {
            Scheme = scheme,
            Code = row["code"],
            Iri = row.Text("iri"),
            Notation = row.Text("notation"),
            Label = row.Texts("label"),
            AltLabels = row.List("alt_fr"),
            Definition = row.OptionalTexts("definition"),
            Broader = row.Text("broader"),
            ExactMatches = row.List("exact_match"),
            BroadMatches = row.List("broad_match"),
            MapsTo = row.Text("maps_to"),
            RegisterTitle = row.Text("register_title"),
            Page = row.Text("page"),
            Source = row.Text("source"),
            Competence = CompetenceColumns.All(column => row.Text(column) is null) ? null : Competence(row),
            Platform = row.List("hosts") is { Count: > 0 } hosts ? new Platform(hosts, row.Text("default_licence")) : null,
        },
        row);

    private static Competence Competence(CsvRow row) => new()
    {
        Core = row["core"] is "1",
        Roles = RoleColumns.Read(row),
        LegalReference = row.Text("legal_ref"),
        LegalReferenceStatus = row.Text("legal_ref_status"),
        LegalReferenceYear = row.Integer("legal_ref_read"),
        BanaticCodes = row.List("banatic_codes"),
        Themes = row.List("themes"),
    };
}
