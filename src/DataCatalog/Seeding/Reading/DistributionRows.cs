using DataCatalog.Dcat.Records;

namespace DataCatalog.Seeding.Reading;

/// <summary>distributions.csv.</summary>
internal static class DistributionRows
{
    private static readonly string[] TemplateColumns =
        ["url_template", "template_levels", "template_except", "template_limit", "template_competence"];

    public static Sourced<Distribution> Read(CsvRow row) => new(
        new Distribution
        {
            Id = row["id"],
            Title = row.Texts("title"),
            Description = row.OptionalTexts("description"),
            AccessUrl = row["access_url"],
            DownloadUrl = row.Text("download_url"),
            Template = Template(row),
            Format = row.Text("format"),
            MediaType = row.Text("media_type"),
            PackageFormat = row.Text("package_format"),
            CompressFormat = row.Text("compress_format"),
            Licence = row.Text("licence"),
            Service = row.Text("service"),
            ConformsTo = row.List("conforms_to"),
            Languages = row.List("languages"),
            ByteSize = row.Long("byte_size"),
            Issued = row.Date("issued"),
            Modified = row.Date("modified"),
        },
        row);

    /// <summary>Reads the template. What is said about an address that is missing is a fault of the address.</summary>
    private static AddressTemplate? Template(CsvRow row) => Array.TrueForAll(TemplateColumns, column => row[column].Length == 0)
        ? null
        : new AddressTemplate(row["url_template"])
        {
            Levels = row.List("template_levels"),
            Except = row.List("template_except"),
            Limit = row.Integer("template_limit"),
            Competence = row.Text("template_competence"),
        };
}
