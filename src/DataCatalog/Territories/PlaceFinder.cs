namespace DataCatalog.Territories;

/// <summary>
/// Finds places by the text that people type: a name, a code, a postcode, a SIREN number, an alias, or a name with what tells it from
/// others. What is exactly meant comes first; a text is only corrected when it is nobody's name.
/// </summary>
internal sealed class PlaceFinder
{
    /// <summary>The length of the text that is read, in characters: no name with its département is longer.</summary>
    private const int MaxLength = 120;

    /// <summary>The number of readings whose spelling is corrected: a text with more is no name.</summary>
    private const int MaxCorrected = 6;

    /// <summary>The length from which a text without its spaces may be the beginning of a name.</summary>
    private const int MinCompactLength = 4;

    /// <summary>
    /// The length from which a name that differs by one letter is as likely as one that begins with the text: the larger place comes first.
    /// </summary>
    private const int MinSureLength = 5;

    private readonly PlaceColumns _places;
    private readonly PlaceOrder _order;
    private readonly IReadOnlyList<string> _folded;
    private readonly NameIndex _names;
    private readonly CodeIndex _codes;
    private readonly Arrondissements _arrondissements;
    private readonly PlaceReadings _readings;
    private readonly WholeNames _whole;
    private readonly SimilarNames _similar;

    public PlaceFinder(PlaceColumns places, Containment containment)
    {
        _places = places;
        _order = new PlaceOrder(places.Populations, place => places.KindOf(place) is "former-commune" or "country-subset");
        _folded = [.. places.Names.Select((name, place) => places.Nameless.Contains(place) ? "" : PlaceNames.Fold(name))];
        _names = new NameIndex(_folded);
        _codes = new CodeIndex(places);
        _arrondissements = new Arrondissements(places);
        _readings = new PlaceReadings(new OuterPlaces(places));
        _whole = new WholeNames(places, containment, _folded);
        _similar = new SimilarNames(_whole.Keys);
    }

    public CodeIndex Codes => _codes;

    /// <summary>Finds the places that a text may mean.</summary>
    /// <param name="text">The text.</param>
    /// <param name="corrects">Whether a text that is nobody's name is corrected.</param>
    public PlaceMatches Find(string text, bool corrects)
    {
        var read = text.Length <= MaxLength ? text : text[..MaxLength];
        var words = PlaceReadings.WordsOf(read);
        var matches = new PlaceMatches(_order);
        _codes.Find(PlacePhrases.CodeIn(words) ?? read, matches);
        foreach (var name in PlaceNames.Readings(read).Where(name => name.Length > 0))
        {
            _names.Find(name, (place, match) => matches.Add(place, match, _whole.NameKindOf(place)));
        }

        var whole = new PlaceReading(words);
        if (words.Length > 0 && !_whole.Find(whole, matches) && !matches.HasWhole)
        {
            AddOthers(read, whole, matches, corrects);
        }

        return matches;
    }

    /// <summary>Finds the places that words name exactly: by a name, an alias, a code, or a name with what tells it from others.</summary>
    /// <param name="words">The folded words.</param>
    /// <param name="isNameAlone">Whether the words are a name or a code, without anything that tells it from an ordinary word.</param>
    public PlaceMatches FindWhole(string[] words, out bool isNameAlone)
    {
        var matches = new PlaceMatches(_order);
        var whole = new PlaceReading(words);
        if (words is [var word])
        {
            _codes.FindWhole(word, matches);
        }

        isNameAlone = _whole.FindAsTyped(whole, matches) || matches.Best is not null;
        if (!isNameAlone && !AddArrondissement(whole, matches) && words.Length > 1)
        {
            foreach (var reading in _readings.Finished(whole))
            {
                _whole.FindAsTyped(reading, matches);
            }
        }

        return matches;
    }

    /// <summary>Adds what a text means that is nobody's name or code.</summary>
    private void AddOthers(string text, PlaceReading whole, PlaceMatches matches, bool corrects)
    {
        var isArrondissement = AddArrondissement(whole, matches);
        var others = _readings.Of(text, whole)
            .Select(reading => reading with { IsUncertain = reading.IsUncertain || isArrondissement }).ToList();
        others.ForEach(reading => Add(reading, matches));
        if (!matches.HasWhole)
        {
            others.Prepend(whole).ToList().ForEach(reading => _whole.FindBySkeleton(reading, matches));
        }

        if (matches.Best is null && PlaceNames.Compact(whole.Head) is { Length: >= MinCompactLength } compact)
        {
            AddBeginnings(compact, matches);
        }

        if (corrects && !matches.HasWhole)
        {
            AddSimilar([whole, .. others], matches);
        }

        if (matches.Best is null)
        {
            AddPostcodes(others, matches);
        }
    }

    /// <summary>Adds the places of a reading: by their whole names, or by the beginnings of their words.</summary>
    private void Add(PlaceReading reading, PlaceMatches matches)
    {
        var any = _whole.Find(reading, matches) || AddArrondissement(reading, matches);
        _names.Find(reading.Head, (place, match) =>
        {
            if (match is not NameMatch.Exact && _whole.Accepts(reading, place))
            {
                matches.Add(place, reading.Outers is null ? match : NameMatch.InnerWord, _whole.NameKindOf(place));
                any = true;
            }
        });

        if (!any && reading.LegalForms is not null)
        {
            AddGroupings(reading, matches);
        }
        else if (!any && reading.Postcode is { } postcode)
        {
            Add(_readings.WithDepartement(reading, postcode), matches);
            if (_codes.WithPostcode(postcode).IsEmpty)
            {
                _whole.Find(reading with { Postcode = null, IsUncertain = true }, matches);
            }
        }
    }

    private bool AddArrondissement(PlaceReading reading, PlaceMatches matches)
    {
        if (_arrondissements.Find(reading.Words) is { } place && _whole.Accepts(reading, place))
        {
            matches.Add(place, NameMatch.Exact, MatchedOn.Name);
            return true;
        }

        return false;
    }

    /// <summary>Adds the places whose names, without their spaces, begin with a text.</summary>
    private void AddBeginnings(string compact, PlaceMatches matches)
    {
        foreach (var key in _whole.Keys.BeginningWith(compact))
        {
            foreach (var (place, kind, _) in _whole.Keys.PlacesOf(key))
            {
                matches.Add(place, NameMatch.InnerWord, kind);
            }
        }
    }

    /// <summary>Adds the places of the postcodes beside names that nobody has there: a hamlet, a quarter.</summary>
    private void AddPostcodes(IEnumerable<PlaceReading> readings, PlaceMatches matches)
    {
        foreach (var postcode in readings.Select(reading => reading.Postcode).OfType<int>())
        {
            foreach (var place in _codes.WithPostcode(postcode))
            {
                matches.Add(place, NameMatch.InnerWord, MatchedOn.Postcode);
            }
        }
    }

    /// <summary>Adds the groupings with all words of a reading in their names, in any order: <c>métropole de Rennes</c>.</summary>
    private void AddGroupings(PlaceReading reading, PlaceMatches matches)
    {
        string[] words = [.. reading.Words.Where(word => !PlaceNames.IsSmallWord(word)).Select(word => $" {word} ")];
        foreach (var place in _places.BeginningWith("epci:").Where(place => words.Length > 0 && _whole.Accepts(reading, place)))
        {
            var name = $" {_folded[place]} ";
            if (Array.TrueForAll(words, word => name.Contains(word, StringComparison.Ordinal)))
            {
                matches.Add(place, NameMatch.Loose, MatchedOn.Name);
            }
        }
    }

    /// <summary>Adds the places whose names differ from those of the readings by few letters.</summary>
    private void AddSimilar(IEnumerable<PlaceReading> readings, PlaceMatches matches)
    {
        foreach (var reading in readings.Where(reading => !reading.IsUncertain).Take(MaxCorrected))
        {
            AddSimilar(reading, matches);
        }
    }

    private void AddSimilar(PlaceReading reading, PlaceMatches matches)
    {
        var text = PlaceNames.Compact(reading.Head);
        foreach (var key in _similar.Find(text, out var edits, key => _whole.AcceptsAny(reading, key)))
        {
            foreach (var entry in _whole.Keys.PlacesOf(key))
            {
                if (_whole.Accepts(reading, entry.Place))
                {
                    var isSure = text.Length >= MinSureLength && !entry.IsSkeleton && _places.KindOf(entry.Place) is not "epci";
                    var match = edits > 1 ? NameMatch.TwoEdits : isSure ? NameMatch.Beginning : NameMatch.OneEdit;
                    matches.Add(entry.Place, match, MatchedOn.Spelling);
                }
            }
        }
    }
}
