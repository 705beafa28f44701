using DataCatalog.Dcat.Records;

namespace DataCatalog.Dcat;

/// <summary>What an entry may point to. Validation asks whether it exists, the mapping asks what to say of it.</summary>
public interface IReferences
{
    Agent? FindAgent(string id);

    ConceptScheme? FindScheme(string scheme);

    Concept? FindConcept(string scheme, string code);

    /// <summary>The codes of a vocabulary, to name the nearest one to a wrong code.</summary>
    IEnumerable<string> CodesOf(string scheme);

    Territory? FindTerritory(string id);

    /// <summary>The territories that an id which names none may have been meant for, in words; null when none is near or nobody looks.</summary>
    string? NearestTerritories(string id) => null;

    DataService? FindService(string id);

    DatasetSeries? FindSeries(string id);

    bool HasDataset(string id);
}
