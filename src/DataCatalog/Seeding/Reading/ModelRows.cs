using DataCatalog.Dcat.Records;

namespace DataCatalog.Seeding.Reading;

/// <summary>models.csv.</summary>
internal static class ModelRows
{
    public static Sourced<Model> Read(CsvRow row) => new(
        new Model
        {
            Id = row["id"],
            Title = row.Texts("title"),
            Description = row.Texts("description"),
            Competences = row.List("competences"),
            Schema = row.Text("schema"),
            Obligation = Obligation(row),
            Provenance = row.Provenance(),
        },
        row);

    private static Obligation Obligation(CsvRow row) => new(row["obligation"])
    {
        LegalBases = row.List("legal_bases"),
        ContractClauses = row.List("contract_clauses"),
    };
}
