using System.Globalization;
using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>Maps what datasets and services have in common: subjects, conditions, and identifiers on other platforms.</summary>
public sealed partial class DcatMapping
{
    private sealed record Conditions(
        AccessConditions Access,
        string? Licence,
        string? PersonalData,
        IReadOnlyList<string> LegalBases,
        IReadOnlyList<string> HvdCategories);

    /// <summary>
    /// Adds subjects as themes, and their labels as keywords too: some harvesters keep only words. HVD categories are among the themes,
    /// because data.gouv.fr looks for them there.
    /// </summary>
    private void Classify(
        Graph graph,
        Node node,
        IEnumerable<string> keywords,
        IEnumerable<string> themes,
        IEnumerable<string> competences,
        IEnumerable<string> hvdCategories)
    {
        IReadOnlyList<(string Scheme, string Code)> subjects =
        [
            .. themes.Select(code => (Schemes.Themes, code)),
            .. hvdCategories.Select(code => (Schemes.HvdCategories, code)),
            .. competences.Select(code => (Schemes.Competences, code)),
        ];
        var labels = subjects.Select(subject => _leaves.Keyword(subject.Scheme, subject.Code));
        node.Add(DcatTerms.Keyword, KeywordsWith(keywords, labels).Select(keyword => Literal.InLanguage(keyword, "fr")))
            .Add(DcatTerms.Theme, subjects.Select(subject => _leaves.Concept(graph, subject.Scheme, subject.Code)))
            .Add(DcatAp.HvdCategory, _leaves.Concepts(graph, Schemes.HvdCategories, hvdCategories));
    }

    /// <summary>Joins keywords and labels. A label stays whole: the parts of one would say what the entry is not about.</summary>
    private static IEnumerable<string> KeywordsWith(IEnumerable<string> keywords, IEnumerable<string> labels) => keywords
        .Concat(labels)
        .DistinctBy(keyword => keyword, StringComparer.OrdinalIgnoreCase);

    private void DescribeConditions(Graph graph, Node node, Conditions conditions)
    {
        var hvd = conditions.HvdCategories.Count > 0;
        node.Add(DcTerms.License, _leaves.Licence(graph, conditions.Licence, onDataset: true))
            .Add(DcTerms.AccessRights, _leaves.AccessRight(graph, conditions.Access.Regime))
            .Add(DcTerms.Rights, conditions.Access.RestrictionReasons.Select(code => _leaves.RestrictionReason(graph, code)))
            .Add(DcatAp.ApplicableLegislation, hvd ? LeafNodes.HvdRegulation(graph) : null)
            .Add(DcatAp.ApplicableLegislation, _leaves.Legislation(graph, conditions.LegalBases))
            .Add(Cat(CatTerms.LegalBasis), _leaves.Concepts(graph, Schemes.LegalBases, conditions.LegalBases))
            .Add(Cat(CatTerms.PersonalData), _leaves.OptionalConcept(graph, Schemes.PersonalData, conditions.PersonalData))
            .Add(Cat(CatTerms.HasAccessConditions), DescribeAccess(graph, (Iri)node.Id, conditions.Access));
    }

    private Node DescribeAccess(Graph graph, Iri whole, AccessConditions access) =>
        graph.DescribeInside(CatalogIris.Part(whole, "access"))
            .OfType(Cat(CatTerms.AccessConditions))
            .Add(Cat(CatTerms.AccessRegime), _leaves.Concept(graph, Schemes.AccessRegimes, access.Regime))
            .Add(Cat(CatTerms.HasAudience), access.Audiences.Select(audience => DescribeAudience(graph, whole, audience)))
            .Add(Foaf.Page, Document(graph, access.RequestUrl));

    private Node DescribeAudience(Graph graph, Iri whole, Audience audience) =>
        graph.DescribeInside(CatalogIris.Part(whole, $"audience-{audience.Role}"))
            .OfType(Cat(CatTerms.Audience))
            .Add(Cat(CatTerms.AudienceRole), Literal.Of(audience.Role))
            .Add(Cat(CatTerms.AudienceCondition), Literal.Of(audience.Condition));

    /// <summary>
    /// Adds the identifier on each other platform, with its source. dct:source cannot stand on the dataset itself: the official
    /// shapes want its object typed dcat:Dataset, and CKAN drops a whole harvest over such a stub. Never owl:sameAs.
    /// </summary>
    private static void DescribeOtherIdentifiers(Graph graph, Node node, IEnumerable<OtherIdentifier> identifiers, bool isService)
    {
        foreach (var (other, name) in identifiers.GroupBy(other => other.Platform, StringComparer.Ordinal).SelectMany(Named))
        {
            node.Add(Adms.OtherIdentifier, graph.DescribeInside(CatalogIris.Part((Iri)node.Id, name))
                .OfType(Adms.Identifier)
                .Add(Skos.Notation, Literal.Of(other.Identifier))
                .Add(Adms.SchemeAgency, Literal.Of(other.Platform))
                .Add(DcTerms.Source, Link(Platforms.PageOf(other, isService))));
        }
    }

    /// <summary>Names the parts for the identifiers on one platform: the first by the platform alone, the others by a number too.</summary>
    private static IEnumerable<(OtherIdentifier Other, string Name)> Named(IGrouping<string, OtherIdentifier> onPlatform) =>
        onPlatform.Select((other, index) => (other, index == 0
            ? $"identifier-{onPlatform.Key}"
            : string.Create(CultureInfo.InvariantCulture, $"identifier-{onPlatform.Key}-{index + 1}")));
}
