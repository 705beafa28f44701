using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat;

/// <summary>The records that an entry may refer to. Validation asks whether they exist, the mapping what they state.</summary>
public interface IReferences
{
    Agent? FindAgent(string id);

    /// <summary>The descriptions of these records that are kept; null when the implementation keeps none.</summary>
    LeafDescriptions? Leaves => null;

    /// <summary>
    /// Lists the ids of the agents, so that an error can name those nearest to a wrong id; empty when the implementation has no list.
    /// </summary>
    IEnumerable<string> AgentIds => [];

    ConceptScheme? FindScheme(string scheme);

    Concept? FindConcept(string scheme, string code);

    /// <summary>Lists the codes of a vocabulary, so that an error can name those nearest to a wrong code.</summary>
    IEnumerable<string> CodesOf(string scheme);

    Territory? FindTerritory(string id);

    /// <summary>
    /// Names the territories nearest to an id that no territory has; null when none is near, or when the implementation does not look.
    /// </summary>
    string? NearestTerritories(string id) => null;

    DataService? FindService(string id);

    DatasetSeries? FindSeries(string id);

    bool HasDataset(string id);

    Model? FindModel(string id);
}
