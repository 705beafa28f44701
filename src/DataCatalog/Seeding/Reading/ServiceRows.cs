using DataCatalog.Dcat.Records;

namespace DataCatalog.Seeding.Reading;

/// <summary>services.csv.</summary>
internal static class ServiceRows
{
    public static Sourced<DataService> Read(CsvRow row) => new(
        new DataService
        {
            Id = row["id"],
            Title = row.Texts("title"),
            Description = row.Texts("description"),
            Keywords = row.List("keywords"),
            Publisher = row["publisher"],
            Themes = row.List("themes"),
            Competences = row.List("competences"),
            EndpointUrl = row["endpoint_url"],
            EndpointDescription = row.Text("endpoint_description"),
            LandingPage = row.Text("landing_page"),
            Documentation = row.Text("documentation"),
            ConformsTo = row.List("conforms_to"),
            Access = row.Access(),
            Licence = row.Text("licence"),
            PersonalData = row.Text("personal_data"),
            LegalBases = row.List("legal_bases"),
            HvdCategories = row.List("hvd_categories"),
            Serves = row.List("serves"),
            OtherIdentifiers = row.OtherIdentifiers(),
            Provenance = row.Provenance(),
        },
        row);
}
