using DataCatalog.Dcat.Records;

namespace DataCatalog.Seeding.Reading;

/// <summary>agents.csv.</summary>
internal static class AgentRows
{
    public static Sourced<Agent> Read(CsvRow row) => new(
        new Agent
        {
            Id = row["id"],
            Name = row.Texts("name"),
            Kind = row.Text("kind"),
            Homepage = row.Text("homepage"),
            Contact = Contact(row),
            Siren = row.Text("siren"),
            CheckedAt = row.Day("checked_at") ?? default,
            Sources = row.Evidence("sources"),
        },
        row);

    /// <summary>Reads the contact; one without a name takes that of the agent.</summary>
    private static Contact? Contact(CsvRow row)
    {
        var (name, email, url) = (row.Text("contact_name"), row.Text("contact_email"), row.Text("contact_url"));
        return name is null && email is null && url is null ? null : new Contact(name ?? row["name_fr"], email, url);
    }
}
