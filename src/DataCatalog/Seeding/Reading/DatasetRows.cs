using DataCatalog.Dcat.Records;

namespace DataCatalog.Seeding.Reading;

/// <summary>datasets.csv.</summary>
internal static class DatasetRows
{
    /// <summary>Builds the record.</summary>
    /// <param name="row">A row of datasets.csv.</param>
    /// <param name="distributions">The dataset's distributions.</param>
    public static Sourced<Dataset> Read(CsvRow row, IEnumerable<Sourced<Distribution>> distributions) => new(
        new Dataset
        {
            Id = row["id"],
            Title = row.Texts("title"),
            Description = row.Texts("description"),
            Keywords = row.List("keywords"),
            Publisher = row["publisher"],
            Creator = row.Text("creator"),
            Themes = row.List("themes"),
            Competences = row.List("competences"),
            Access = row.Access(),
            Licence = row.Text("licence"),
            Platform = row.Text("platform"),
            PersonalData = row.Text("personal_data"),
            LegalBases = row.List("legal_bases"),
            Granularity = row.Text("granularity"),
            Relation = row["relation"],
            ContractClauses = row.List("contract_clauses"),
            Frequency = row.Text("frequency"),
            Territories = row.List("territories"),
            TerritoriesExcept = row.List("territories_except"),
            TerritoriesUnknown = row.List("territories_unknown"),
            Coverage = row.Text("coverage"),
            Temporal = row.Temporal(),
            Issued = row.Date("issued"),
            Modified = row.Date("modified"),
            LandingPage = row.Text("landing_page"),
            ConformsTo = row.List("conforms_to"),
            HvdCategories = row.List("hvd_categories"),
            Series = row.Text("series"),
            Languages = row.List("languages"),
            OtherIdentifiers = row.OtherIdentifiers(),
            ReuseExample = ReuseExample(row),
            Provenance = row.Provenance(),
            Distributions = [.. distributions.Select(distribution => distribution.Record)],
        },
        row);

    private static ReuseExample? ReuseExample(CsvRow row) =>
        row.French("reuse_title") is null && row.Text("reuse_url") is null && row.Text("reuse_territory") is null
            ? null
            : new ReuseExample(LanguageMap.Of(row["reuse_title"]), row["reuse_url"], row.Text("reuse_territory"));
}
