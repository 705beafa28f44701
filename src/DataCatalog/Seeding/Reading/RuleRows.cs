using DataCatalog.Dcat.Records;

namespace DataCatalog.Seeding.Reading;

/// <summary>rules.csv.</summary>
internal static class RuleRows
{
    public static Sourced<LegalRule> Read(CsvRow row) => new(
        new LegalRule
        {
            Id = row["id"],
            Title = row.Texts("title"),
            Act = row["act"],
            Models = row.List("models"),
            Schema = row.Text("schema"),
            Scope = Scope(row),
            InForceFrom = row.Day("in_force_from"),
            InForceUntil = row.Day("in_force_until"),
            Deadline = Deadline(row),
            Destination = row.OptionalTexts("destination"),
            DestinationUrl = row.Text("destination_url"),
            CheckUrl = row.Text("check_url"),
            ShownBy = row.List("shown_by"),
            Article = row["article"],
            OtherArticles = row.List("other_articles"),
            ArticleUrl = row.Text("article_url"),
            Status = row["status"],
            Provenance = new Provenance(row.Day("checked_at") ?? default, Confidence(row["status"]), row.Evidence("sources")),
        },
        row);

    private static RuleScope Scope(CsvRow row) => new()
    {
        Kinds = row.List("applies_to"),
        EpciKinds = row.List("epci_kinds"),
        MinimumPopulation = row.Integer("min_population"),
        MaximumPopulation = row.Integer("max_population"),
        MinimumStaff = row.Integer("min_staff"),
        Competences = row.List("competence"),
        Conditions = row.List("conditions"),
        OnlyIn = row.List("only_in"),
        ExceptIn = row.List("except_in"),
        ExtendsTo = row.List("extends_to"),
    };

    private static RuleDeadline Deadline(CsvRow row) => new(row["deadline_kind"])
    {
        Value = row.Text("deadline"),
        Event = row.OptionalTexts("deadline_event"),
        Note = row.OptionalTexts("deadline_note"),
    };

    /// <summary>Who read the text itself is sure of it.</summary>
    private static string Confidence(string status) => status is "text-read" ? "high" : "medium";
}
