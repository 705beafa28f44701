using DataCatalog.Dcat.Records;

namespace DataCatalog.Seeding.Reading;

/// <summary>distributions.csv.</summary>
internal static class DistributionRows
{
    public static Sourced<Distribution> Read(CsvRow row) => new(
        new Distribution
        {
            Id = row["id"],
            Title = row.Texts("title"),
            Description = row.OptionalTexts("description"),
            AccessUrl = row["access_url"],
            DownloadUrl = row.Text("download_url"),
            UrlTemplate = row.Text("url_template"),
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
}
