using System.Text.Json;

namespace DataCatalog.Rdf;

/// <summary>Writes the nodes of a graph into a JSON-LD document.</summary>
internal sealed class JsonLdBody(Utf8JsonWriter json, JsonLdNames names, Graph graph, KeySelection? selection = null)
{
    /// <summary>The number of bytes to flush at: the JSON writer keeps all it has written in memory until it is flushed.</summary>
    private const int FlushAt = 16 * 1024;

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
        if (node.Id is not BlankNode blank || _nesting.NeedsLabel(blank, node))
        {
            json.WriteString(names.Vocabulary.EncodedId, IdOf(node.Id));
        }

        var keys = selection?.KeysOf(node);
        if (keys is null || keys.Contains(names.Vocabulary.Type))
        {
            WriteTypes(node.Types);
        }

        foreach (var property in node.Statements)
        {
            WriteProperty(node, property, keys);
        }
    }

    private void WriteTypes(ReadOnlySpan<Term> types)
    {
        var count = 0;
        foreach (var type in types)
        {
            count += type is Iri ? 1 : 0;
        }

        if (count == 0)
        {
            return;
        }

        json.WritePropertyName(names.Vocabulary.EncodedType);
        Begin(isArray: count > 1);
        foreach (var type in types)
        {
            if (type is Iri iri)
            {
                WriteType(iri);
            }
        }

        End(isArray: count > 1);
    }

    private void WriteType(Iri type)
    {
        if (names.ClassName(type) is { } name)
        {
            json.WriteStringValue(name);
        }
        else
        {
            json.WriteStringValue(names.Compact(type));
        }
    }

    private void WriteProperty(Node node, Property property, IReadOnlySet<string>? keys)
    {
        if (property.Predicate == RdfTerms.Type && property.Values is [Iri])
        {
            return;
        }

        if (names.HasOneKey(node, property, out var only))
        {
            WriteValues(property, only, property.Values, keys);
        }
        else
        {
            foreach (var (key, values) in names.KeysOf(node, property))
            {
                WriteValues(property, key, values, keys);
            }
        }
    }

    private void WriteValues(Property property, JsonLdKey? key, ReadOnlySpan<Term> values, IReadOnlySet<string>? keys)
    {
        if (keys is not null && !keys.Contains(key?.Term.Name ?? names.Compact(property.Predicate)))
        {
            return;
        }

        WriteKey(property, key);
        var term = key?.Term;
        if (term is { Value: JsonLdValue.LanguageMap })
        {
            WriteLanguageMap(values, term.Many);
            return;
        }

        var isArray = term is { Many: true } || values.Length > 1;
        Begin(isArray);
        foreach (var value in values)
        {
            WriteValue(property, term, value);
        }

        End(isArray);
    }

    private void WriteKey(Property property, JsonLdKey? key)
    {
        if (key is not null)
        {
            json.WritePropertyName(key.Name);
        }
        else
        {
            json.WritePropertyName(names.Compact(property.Predicate));
        }
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

    /// <summary>Writes texts by language. A map for one text each has one per language (<see cref="JsonLdNames.HasOneKey"/>).</summary>
    private void WriteLanguageMap(ReadOnlySpan<Term> literals, bool isMany)
    {
        json.WriteStartObject();
        if (isMany)
        {
            WriteManyTexts(literals);
        }
        else
        {
            foreach (var text in literals)
            {
                json.WritePropertyName(((Literal)text).Language!);
                _literals.WriteText((Literal)text);
            }
        }

        json.WriteEndObject();
    }

    /// <summary>Writes an array for each language, in the order in which they first appear.</summary>
    private void WriteManyTexts(ReadOnlySpan<Term> literals)
    {
        for (var first = 0; first < literals.Length; first++)
        {
            var language = ((Literal)literals[first]).Language!;
            if (!HasText(literals[..first], language))
            {
                json.WritePropertyName(language);
                json.WriteStartArray();
                WriteTexts(literals[first..], language);
                json.WriteEndArray();
            }
        }
    }

    private void WriteTexts(ReadOnlySpan<Term> literals, string language)
    {
        foreach (var value in literals)
        {
            if (value is Literal literal && string.Equals(literal.Language, language, StringComparison.Ordinal))
            {
                _literals.WriteText(literal);
            }
        }
    }

    private static bool HasText(ReadOnlySpan<Term> literals, string language)
    {
        foreach (var value in literals)
        {
            if (string.Equals(((Literal)value).Language, language, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private void Begin(bool isArray)
    {
        if (isArray)
        {
            json.WriteStartArray();
        }
    }

    private void End(bool isArray)
    {
        if (isArray)
        {
            json.WriteEndArray();
        }
    }

    private static string IdOf(Resource resource) => resource is Iri iri ? iri.Value : resource.ToString();
}
