using System.Text.Json;

namespace DataCatalog.Rdf;

/// <summary>Writes the context of a document: the whole vocabulary, or the part that one graph uses.</summary>
internal sealed class JsonLdContextWriter(Utf8JsonWriter json, JsonLdVocabulary vocabulary)
{
    private readonly bool[] _keys = new bool[vocabulary.Keys.Count];
    private readonly HashSet<Iri> _classes = [];
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);
    private readonly HashSet<Namespace> _prefixes = [];

    /// <summary>Writes the part that a graph uses.</summary>
    public void Write(Graph graph, JsonLdNames names)
    {
        foreach (var node in graph.Descriptions)
        {
            Use(names, node);
        }

        foreach (var node in graph.Included.SelectMany(shared => shared.Inside))
        {
            Use(names, node);
        }

        Write();
    }

    /// <summary>Writes the whole vocabulary.</summary>
    public void WriteAll()
    {
        _prefixes.UnionWith(vocabulary.Context.Prefixes.Where(space => vocabulary.Prefixed(space["x"]) is not null));
        _types.UnionWith(vocabulary.Context.Types.Where(type => vocabulary.ClassName(type.Value) is not null).Select(type => type.Key));
        Array.Fill(_keys, value: true);
        Write();
    }

    private void Write()
    {
        json.WriteStartObject("@context");
        WriteAliases();
        WritePrefixes();
        WriteTypes();
        WriteTerms();
        json.WriteEndObject();
    }

    private void Use(JsonLdNames names, Node node)
    {
        foreach (var property in node.Statements)
        {
            if (property.Predicate == RdfTerms.Type)
            {
                UseTypes(names, node, property);
            }
            else if (names.HasOneKey(node, property, out var only))
            {
                Use(property, only, property.Values);
            }
            else
            {
                UseKeys(names, node, property);
            }
        }
    }

    private void UseTypes(JsonLdNames names, Node node, Property property)
    {
        var areNamed = true;
        foreach (var value in property.Values)
        {
            if (value is Iri type)
            {
                UseType(type);
            }
            else
            {
                areNamed = false;
            }
        }

        if (!areNamed)
        {
            UseKeys(names, node, property);
        }
    }

    private void UseKeys(JsonLdNames names, Node node, Property property)
    {
        foreach (var (key, values) in names.KeysOf(node, property))
        {
            Use(property, key, values);
        }
    }

    private void Use(Property property, JsonLdKey? key, ReadOnlySpan<Term> values)
    {
        if (key is null)
        {
            UseExpanded(property.Predicate, values);
        }
        else if (!_keys[key.Number])
        {
            _keys[key.Number] = true;
            _prefixes.UnionWith(key.Prefixes);
        }
    }

    private void UseExpanded(Iri predicate, ReadOnlySpan<Term> values)
    {
        UsePrefix(predicate);
        foreach (var value in values)
        {
            UsePrefix(value is Literal { Language: null } literal && literal.Datatype != Xsd.String ? literal.Datatype : null);
        }
    }

    private void UseType(Iri type)
    {
        if (!_classes.Add(type))
        {
            return;
        }

        UsePrefix(type);
        if (vocabulary.ClassName(type) is { } name)
        {
            _types.Add(name.Name);
        }
    }

    private void UsePrefix(Iri? iri)
    {
        if (iri is not null && vocabulary.Prefixed(iri) is { } name)
        {
            _prefixes.Add(name.Namespace);
        }
    }

    private void WriteAliases()
    {
        WriteOptional("id", vocabulary.Id is "id" ? "@id" : null);
        WriteOptional("type", vocabulary.Type is "type" ? "@type" : null);
    }

    private void WritePrefixes()
    {
        foreach (var space in vocabulary.Context.Prefixes.Where(_prefixes.Remove))
        {
            json.WriteString(space.Prefix, space.Base);
        }
    }

    private void WriteTypes()
    {
        foreach (var (name, type) in vocabulary.Context.Types.Where(type => _types.Remove(type.Key)))
        {
            json.WriteString(name, Compact(type));
        }
    }

    private void WriteTerms()
    {
        foreach (var key in vocabulary.Keys)
        {
            if (_keys[key.Number])
            {
                WriteTerm(key);
            }
        }
    }

    private void WriteTerm(JsonLdKey key)
    {
        if (key.Term is { Value: JsonLdValue.Plain, Many: false })
        {
            json.WriteString(key.Name, key.Predicate);
            return;
        }

        json.WriteStartObject(key.Name);
        json.WriteString("@id", key.Predicate);
        WriteOptional("@type", key.Coercion);
        WriteOptional("@container", Container(key.Term));
        json.WriteEndObject();
    }

    /// <summary>JSON-LD 1.0 has one container per term: a language map cannot be a set as well, but may hold arrays.</summary>
    private static string? Container(JsonLdTerm term) =>
        term.Value == JsonLdValue.LanguageMap ? "@language" : term.Many ? "@set" : null;

    private void WriteOptional(string key, string? value)
    {
        if (value is not null)
        {
            json.WriteString(key, value);
        }
    }

    private string Compact(Iri iri) => vocabulary.Prefixed(iri)?.ToString() ?? iri.Value;
}
