using System.Text.Json;

namespace DataCatalog.Rdf;

/// <summary>Writes the nodes of a graph into a JSON-LD document.</summary>
internal sealed class JsonLdBody(Utf8JsonWriter json, JsonLdNames names, Graph graph, KeySelection? selection = null)
{
    /// <summary>The number of bytes to flush at: the JSON writer keeps all it has written in memory until it is flushed.</summary>
    private const int FlushAt = 64 * 1024;

    private readonly JsonLdLiterals _literals = new(json, names);
    private readonly JsonLdNesting _nesting = new(graph);

    /// <summary>Writes the only graph of a document: a single node is the document itself, several are items of <c>@graph</c>.</summary>
    public void WriteOnly()
    {
        if (_nesting.Top is [var only])
        {
            WriteMembers(only);
            return;
        }

        json.WriteStartArray("@graph");
        WriteItems();
        json.WriteEndArray();
    }

    /// <summary>Writes the nodes at the top as items of an array that the caller has begun.</summary>
    public void WriteItems()
    {
        foreach (var node in _nesting.Top)
        {
            WriteObject(node);
        }
    }

    private void WriteObject(Node node)
    {
        json.WriteStartObject();
        WriteMembers(node);
        json.WriteEndObject();
        if (json.BytesPending > FlushAt)
        {
            json.Flush();
        }
    }

    private void WriteMembers(Node node)
    {
        if (node.Id is not BlankNode || _nesting.NeedsLabel(node))
        {
            json.WriteString(names.Id, IdOf(node.Id));
        }

        var keys = selection?.KeysOf(node);
        if (keys is null || keys.Contains(names.Type))
        {
            WriteTypes([.. node[RdfTerms.Type].OfType<Iri>()]);
        }

        foreach (var property in node.Properties)
        {
            WriteProperty(node, property, keys);
        }
    }

    private void WriteTypes(Iri[] types)
    {
        if (types.Length > 0)
        {
            json.WritePropertyName(names.Type);
            WriteOneOrMany(types, type => json.WriteStringValue(names.ClassName(type) ?? names.Compact(type)), isArray: types.Length > 1);
        }
    }

    private void WriteProperty(Node node, Property property, IReadOnlySet<string>? keys)
    {
        foreach (var (term, values) in names.KeysOf(node, property))
        {
            var key = term?.Name ?? names.Compact(property.Predicate);
            if (keys is null || keys.Contains(key))
            {
                json.WritePropertyName(key);
                WriteValues(property, term, values);
            }
        }
    }

    private void WriteValues(Property property, JsonLdTerm? term, Term[] values)
    {
        var isMany = term is { Many: true };
        if (term is { Value: JsonLdValue.LanguageMap })
        {
            WriteLanguageMap(values.Cast<Literal>(), isMany);
            return;
        }

        WriteOneOrMany(values, value => WriteValue(property, term, value), isMany || values.Length > 1);
    }

    private void WriteValue(Property property, JsonLdTerm? term, Term value)
    {
        if (value is Literal literal)
        {
            _literals.Write(term, literal);
        }
        else if (value is Resource resource && property.Inside(resource) is { } node)
        {
            WriteObject(node);
        }
        else if (value is Resource reference)
        {
            WriteReference(term, IdOf(reference));
        }
    }

    private void WriteReference(JsonLdTerm? term, string id)
    {
        if (term is not null)
        {
            json.WriteStringValue(id);
            return;
        }

        json.WriteStartObject();
        json.WriteString("@id", id);
        json.WriteEndObject();
    }

    private void WriteLanguageMap(IEnumerable<Literal> literals, bool isMany)
    {
        json.WriteStartObject();
        foreach (var texts in literals.GroupBy(literal => literal.Language!, StringComparer.Ordinal))
        {
            json.WritePropertyName(texts.Key);
            WriteOneOrMany([.. texts], _literals.WriteText, isMany);
        }

        json.WriteEndObject();
    }

    private void WriteOneOrMany<T>(T[] values, Action<T> write, bool isArray)
    {
        if (!isArray)
        {
            write(values[0]);
            return;
        }

        json.WriteStartArray();
        Array.ForEach(values, write);
        json.WriteEndArray();
    }

    private static string IdOf(Resource resource) => resource is Iri iri ? iri.Value : resource.ToString();
}
