using System.Text.Json.Nodes;

namespace DataCatalog.OpenApi;

/// <summary>Examples of the answers that are no graphs. They show the form; their times and numbers are invented.</summary>
internal static class PlainExamples
{
    public static JsonNode? Of(string operation) => operation switch
    {
        "listDumps" => JsonNode.Parse(
            """
            {
              "sequence": 41507,
              "builtAt": "2026-11-24T03:05:00+00:00",
              "files": [
                {
                  "name": "catalog.nt.gz",
                  "mediaType": "application/gzip",
                  "length": 267231,
                  "sha256": "1/IDGIeGJPwPkPkDcZrKCorTWA5twDYHy7dZgxHd81w="
                }
              ]
            }
            """),
        "getDump" => JsonValue.Create(
            "<https://data.example.org/catalog> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Catalog> ."),
        "listChanges" => JsonNode.Parse(
            """
            {
              "since": 41506,
              "last": 41507,
              "changes": [
                {
                  "sequence": 41507,
                  "at": "2026-11-24T03:00:00+00:00",
                  "kind": "dataset",
                  "operation": "update",
                  "iri": "https://data.example.org/datasets/qualite-eau-robinet",
                  "identifier": "qualite-eau-robinet",
                  "version": 2
                }
              ]
            }
            """),
        "getContext" => JsonNode.Parse(
            """
            { "@context": { "id": "@id", "type": "@type", "dct": "http://purl.org/dc/terms/", "identifier": "dct:identifier" } }
            """),
        "suggest" => Suggestions(),
        "getFeed" => JsonValue.Create(
            """
            <feed xml:lang="fr" xmlns="http://www.w3.org/2005/Atom">
              <title type="text">Données utiles aux communes</title>
              <id>https://data.example.org/feed.atom</id>
              <updated>2026-11-24T03:00:00Z</updated>
              <entry>
                <id>https://data.example.org/datasets/qualite-eau-robinet</id>
                <title type="text">Qualité de l'eau du robinet</title>
                <updated>2026-11-24T03:00:00Z</updated>
                <link rel="alternate" href="https://data.example.org/datasets/qualite-eau-robinet" />
                <category term="dataset" />
                <category term="update" />
              </entry>
            </feed>
            """),
        _ => null,
    };

    private static JsonNode? Suggestions() => JsonNode.Parse(
        """
        {
          "q": "eau",
          "suggestions": [
            {
              "kind": "competence",
              "code": "eau-potable",
              "identifier": "eau-potable",
              "label": "Eau potable",
              "detail": "Eau et assainissement",
              "iri": "https://data.example.org/vocabularies/competences/eau-potable",
              "datasets": "https://data.example.org/datasets?competence=eau-potable"
            }
          ]
        }
        """);
}
