using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>
/// Maps rules as they concern a territory. What depends on the territory is stated about nodes of the document, never about a rule or a
/// dataset: those are the same for every territory.
/// </summary>
public sealed partial class DcatMapping
{
    /// <summary>Describes a rule with all that can be said of it for a territory.</summary>
    /// <param name="graph">The graph to add to.</param>
    /// <param name="duty">The rule as it concerns the territory.</param>
    /// <param name="shownBy">The datasets that the rule names.</param>
    /// <param name="asked">What the request says, when the document is about this duty alone.</param>
    public Node DescribeWithRule(
        Graph graph, Duty duty, IEnumerable<Dataset> shownBy, (Said Said, string? ResolvedFrom)? asked = null)
    {
        var node = DescribeAnswer(graph, duty)
            .OfType(Cat(CatTerms.Duty))
            .Add(Rdfs.Comment, Texts(duty.Why))
            .Add(Cat(CatTerms.Question), duty.Questions.Select(code => DescribeCondition(graph, code)))
            .Add(Cat(CatTerms.DeadlineText), Texts(DeadlineWords.Of(duty.Rule.Deadline)))
            .Add(Cat(CatTerms.CheckUrl), Text(duty.Next.CheckAddress))
            .Add(Cat(CatTerms.HasExample), duty.Next.Example is { } example ? Describe(graph, duty, example) : null);
        if (asked is { } request)
        {
            DescribeSaid(node, request.Said, request.ResolvedFrom);
        }

        return Describe(graph, duty.Rule, shownBy).Add(Cat(CatTerms.HasDuty), node);
    }

    /// <summary>Describes a rule for a territory in few words: at its address is the rest.</summary>
    private Node DescribeInBrief(Graph graph, Duty duty, bool isInFull) =>
        DescribeAnswer(graph, duty)
            .Add(DcTerms.Title, Words(duty.Rule.Title, isInFull))
            .Add(Rdfs.Comment, isInFull ? Texts(duty.Why) : [])
            .Add(Cat(CatTerms.LegalReference), Literal.Of(duty.Rule.Article))
            .Add(Cat(CatTerms.DeadlineText), Words(DeadlineWords.Of(duty.Rule.Deadline), isInFull))
            .Add(Cat(CatTerms.SentTo), Words(duty.Rule.Destination, isInFull))
            .Add(Foaf.Page, Document(graph, duty.Rule.DestinationUrl))
            .Add(Cat(CatTerms.CheckUrl), Text(duty.Next.CheckAddress))
            .Add(Cat(CatTerms.HasExample), duty.Next.Example is { } example ? Describe(graph, duty, example) : null);

    private Node DescribeAnswer(Graph graph, Duty duty) => DescribeAnswer(graph, duty, duty.Next.DueDay);

    private Node DescribeAnswer(Graph graph, Duty duty, DateOnly? dueDay)
    {
        var seen = duty.Seen;
        return graph.DescribeInside(duty.Address)
            .Add(Cat(CatTerms.Applies), Literal.Of(duty.Applies))
            .Add(Cat(CatTerms.Because), Text(duty.Because))
            .Add(Cat(CatTerms.MinimumStaff), Number(duty.AskedStaff))
            .Add(Cat(CatTerms.Seen), Literal.Of(seen.Code))
            .Add(Cat(CatTerms.AnsweredBy), seen.Own.Select(dataset => Describe(graph, dataset)))
            .Add(Cat(CatTerms.AnsweredByHolder), seen.OfHolder.Select(dataset => Describe(graph, dataset)))
            .Add(Cat(CatTerms.HeldBy), seen.Holder is null ? null : iris.Territory(seen.Holder))
            .Add(Cat(CatTerms.ShownBy), seen.National.Select(dataset => Describe(graph, dataset)))
            .Add(Cat(CatTerms.DueDay), Day(dueDay));
    }

    private Node Describe(Graph graph, Duty duty, PublicationExample example) =>
        graph.DescribeInside(CatalogIris.Part(duty.Address, "example"))
            .Add(DcTerms.Title, Literal.InLanguage(example.Dataset.Title, "fr"))
            .Add(Foaf.PrimaryTopic, iris.Dataset(example.Dataset.Id))
            .Add(Cat(CatTerms.ByTerritory), _leaves.Place(graph, example.Territory));

    /// <summary>Returns a text in all of its languages, or in French alone.</summary>
    private static IEnumerable<Term> Words(LanguageMap? text, bool isInFull) => isInFull ? Texts(text)
        : text?["fr"] is { } french ? [Literal.InLanguage(french, "fr")]
        : [];
}
