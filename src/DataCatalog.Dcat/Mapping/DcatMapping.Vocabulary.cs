using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>Maps our own terms to an RDF Schema vocabulary.</summary>
public sealed partial class DcatMapping
{
    private static readonly LanguageMap VocabularyTitle = LanguageMap.Of("Vocabulaire DataCatalog", "DataCatalog vocabulary");

    private static readonly LanguageMap VocabularyDescription = LanguageMap.Of(
        "Les termes qui manquent à DCAT-AP pour décrire les données utiles aux collectivités.",
        "The terms that DCAT-AP lacks to describe data for local authorities.");

    /// <summary>Describes the vocabulary with every term, each as a root of the document.</summary>
    public Graph DescribeVocabulary()
    {
        var graph = new Graph();
        graph.DescribeRoot(iris.Vocabulary)
            .OfType(Owl.Ontology)
            .Add(DcTerms.Title, Texts(VocabularyTitle))
            .Add(DcTerms.Description, Texts(VocabularyDescription));
        foreach (var term in CatVocabulary.Terms)
        {
            graph.DescribeRoot(Cat(term.Name))
                .OfType(term.IsClass ? Rdfs.Class : RdfTerms.Property)
                .Add(Rdfs.Label, Texts(term.Label))
                .Add(Rdfs.Comment, Texts(term.Comment))
                .Add(term.IsClass ? Rdfs.SubClassOf : Rdfs.SubPropertyOf, term.Broader)
                .Add(Rdfs.SeeAlso, term.SeeAlso)
                .Add(Rdfs.IsDefinedBy, iris.Vocabulary);
        }

        return graph;
    }
}
