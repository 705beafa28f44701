using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>Maps agents and their contact points (DCAT-AP 3.0.1 section 3.10).</summary>
public sealed partial class DcatMapping
{
    /// <summary>Describes an agent in its own document.</summary>
    public Node Describe(Graph graph, Agent agent) => _leaves.DescribeAgent(graph, graph.Describe(iris.Agent(agent.Id)), agent)
        .Add(DcTerms.Identifier, Literal.Of(agent.Id))
        .Add(Cat(CatTerms.Siren), Text(agent.Siren))
        .Add(DcatTerms.ContactPoint, DescribeContact(graph, agent));

    /// <summary>Describes the contact of an agent; null when it has none.</summary>
    private Node? DescribeContact(Graph graph, Agent agent)
    {
        if (agent.Contact is not { } contact)
        {
            return null;
        }

        return graph.DescribeInside(CatalogIris.Part(iris.Agent(agent.Id), "contact"))
            .OfType(VCard.Organization)
            .Add(VCard.FormattedName, Literal.Of(contact.Name))
            .Add(VCard.HasEmail, contact.Email is null ? null : new Iri($"mailto:{contact.Email}"))
            .Add(VCard.HasUrl, Link(contact.Url));
    }
}
